import { access as accessEn } from './en/access.js';
import { common as commonEn } from './en/common.js';
import { dataset as datasetEn } from './en/dataset.js';
import { information as informationEn } from './en/information.js';
import { layout as layoutEn } from './en/layout.js';
import { message as messageEn } from './en/message.js';
import { table as tableEn } from './en/table.js';
import { value as valueEn } from './en/value.js';
import { access } from './zh/access.js';
import { common } from './zh/common.js';
import { dataset } from './zh/dataset.js';
import { information } from './zh/information.js';
import { layout } from './zh/layout.js';
import { message } from './zh/message.js';
import { table } from './zh/table.js';
import { value } from './zh/value.js';

const zh = {
  access,
  common,
  dataset,
  information,
  layout,
  message,
  table,
  value,
};

/** Everything that public pages say by themselves, by area; a message is a text or a function of what it speaks of. */
export type Messages = typeof zh;

const en: Messages = {
  access: accessEn,
  common: commonEn,
  dataset: datasetEn,
  information: informationEn,
  layout: layoutEn,
  message: messageEn,
  table: tableEn,
  value: valueEn,
};

/** The words of a language. */
export const messagesOf = (language: 'zh' | 'en'): Messages => (language === 'en' ? en : zh);
