import { common as commonEn } from './en/common.js';
import { document as documentEn } from './en/document.js';
import { information as informationEn } from './en/information.js';
import { layout as layoutEn } from './en/layout.js';
import { message as messageEn } from './en/message.js';
import { record as recordEn } from './en/record.js';
import { value as valueEn } from './en/value.js';
import { version as versionEn } from './en/version.js';
import { common } from './zh/common.js';
import { document } from './zh/document.js';
import { information } from './zh/information.js';
import { layout } from './zh/layout.js';
import { message } from './zh/message.js';
import { record } from './zh/record.js';
import { value } from './zh/value.js';
import { version } from './zh/version.js';

const zh = {
  common,
  document,
  information,
  layout,
  message,
  record,
  value,
  version,
};

/** Everything that public pages say by themselves, by area; a message is a text or a function of what it speaks of. */
export type Messages = typeof zh;

const en: Messages = {
  common: commonEn,
  document: documentEn,
  information: informationEn,
  layout: layoutEn,
  message: messageEn,
  record: recordEn,
  value: valueEn,
  version: versionEn,
};

/** The words of a language. */
export const messagesOf = (language: 'zh' | 'en'): Messages => (language === 'en' ? en : zh);
