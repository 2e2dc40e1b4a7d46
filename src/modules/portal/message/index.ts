import { common as commonEn } from './en/common.js';
import { feedback as feedbackEn } from './en/feedback.js';
import { information as informationEn } from './en/information.js';
import { layout as layoutEn } from './en/layout.js';
import { message as messageEn } from './en/message.js';
import { transparency as transparencyEn } from './en/transparency.js';
import { value as valueEn } from './en/value.js';
import { common } from './zh/common.js';
import { feedback } from './zh/feedback.js';
import { information } from './zh/information.js';
import { layout } from './zh/layout.js';
import { message } from './zh/message.js';
import { transparency } from './zh/transparency.js';
import { value } from './zh/value.js';

const zh = {
  common,
  feedback,
  information,
  layout,
  message,
  transparency,
  value,
};

/** Everything that public pages say by themselves, by area; a message is a text or a function of what it speaks of. */
export type Messages = typeof zh;

const en: Messages = {
  common: commonEn,
  feedback: feedbackEn,
  information: informationEn,
  layout: layoutEn,
  message: messageEn,
  transparency: transparencyEn,
  value: valueEn,
};

/** The words of a language. */
export const messagesOf = (language: 'zh' | 'en'): Messages => (language === 'en' ? en : zh);
