import { disclosure as disclosureEn } from './en/disclosure.js';
import { disclosure } from './zh/disclosure.js';
import { department as departmentEn } from './en/department.js';
import { department } from './zh/department.js';
import { common as commonEn } from './en/common.js';
import { feedback as feedbackEn } from './en/feedback.js';
import { information as informationEn } from './en/information.js';
import { layout as layoutEn } from './en/layout.js';
import { message as messageEn } from './en/message.js';
import { transparency as transparencyEn } from './en/transparency.js';
import { subscription as subscriptionEn } from './en/subscription.js';
import { document as documentEn } from './en/document.js';
import { record as recordEn } from './en/record.js';
import { home as homeEn } from './en/home.js';
import { results as resultsEn } from './en/results.js';
import { value as valueEn } from './en/value.js';
import { version as versionEn } from './en/version.js';
import { common } from './zh/common.js';
import { feedback } from './zh/feedback.js';
import { information } from './zh/information.js';
import { layout } from './zh/layout.js';
import { message } from './zh/message.js';
import { transparency } from './zh/transparency.js';
import { subscription } from './zh/subscription.js';
import { document } from './zh/document.js';
import { record } from './zh/record.js';
import { access as accessEn } from './en/access.js';
import { dataset as datasetEn } from './en/dataset.js';
import { table as tableEn } from './en/table.js';
import { access } from './zh/access.js';
import { dataset } from './zh/dataset.js';
import { table } from './zh/table.js';
import { home } from './zh/home.js';
import { results } from './zh/results.js';
import { value } from './zh/value.js';
import { version } from './zh/version.js';

const zh = {
  disclosure,
  department,
  common,
  feedback,
  information,
  layout,
  message,
  transparency,
  subscription,
  document,
  record,
  access,
  dataset,
  table,
  home,
  results,
  value,
  version,
};

/** Everything that public pages say by themselves, by area; a message is a text or a function of what it speaks of. */
export type Messages = typeof zh;

const en: Messages = {
  disclosure: disclosureEn,
  department: departmentEn,
  common: commonEn,
  feedback: feedbackEn,
  information: informationEn,
  layout: layoutEn,
  message: messageEn,
  transparency: transparencyEn,
  subscription: subscriptionEn,
  document: documentEn,
  record: recordEn,
  access: accessEn,
  dataset: datasetEn,
  table: tableEn,
  home: homeEn,
  results: resultsEn,
  value: valueEn,
  version: versionEn,
};

/** The words of a language. */
export const messagesOf = (language: 'zh' | 'en'): Messages => (language === 'en' ? en : zh);
