import { common as commonEn } from './en/common.js';
import { home as homeEn } from './en/home.js';
import { information as informationEn } from './en/information.js';
import { layout as layoutEn } from './en/layout.js';
import { message as messageEn } from './en/message.js';
import { results as resultsEn } from './en/results.js';
import { value as valueEn } from './en/value.js';
import { common } from './zh/common.js';
import { home } from './zh/home.js';
import { information } from './zh/information.js';
import { layout } from './zh/layout.js';
import { message } from './zh/message.js';
import { results } from './zh/results.js';
import { value } from './zh/value.js';

const zh = {
  common,
  home,
  information,
  layout,
  message,
  results,
  value,
};

/** Everything that public pages say by themselves, by area; a message is a text or a function of what it speaks of. */
export type Messages = typeof zh;

const en: Messages = {
  common: commonEn,
  home: homeEn,
  information: informationEn,
  layout: layoutEn,
  message: messageEn,
  results: resultsEn,
  value: valueEn,
};

/** The words of a language. */
export const messagesOf = (language: 'zh' | 'en'): Messages => (language === 'en' ? en : zh);
