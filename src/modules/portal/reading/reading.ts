import type { Request } from 'express';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Messages, messagesOf } from '../message/index.js';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How one visitor reads the pages: in which language, and whether large and plain (关怀版). */
export interface Reading {
  language: Language;
  care: boolean;
  /** Address of the page as it was asked for, to come back to. */
  here: string;
  /** The words of the pages in this language. */
  t: Messages;
}

export const COOKIE = 'reading';

/** The cookie's text: `zh`, `en`, `zh-care`, `en-care`. Pure. */
export const cookieText = ({ language, care }: Pick<Reading, 'language' | 'care'>): string => (care ? `${language}-care` : language);

/** What the cookie of a visitor says; Chinese and plain size without one. Pure. */
export function parseReading(cookies: string | undefined, here: string): Reading {
  const [, language = 'zh', care] = /(?:^|;\s*)reading=(zh|en)(-care)?(?:;|$)/.exec(cookies ?? '') ?? [];
  return readingIn(language as Language, { care: care !== undefined, here });
}

/** A reading in a language. Pure. */
export const readingIn = (language: Language, { care = false, here = '/' }: Partial<Reading> = {}): Reading => ({
  language,
  care,
  here,
  t: messagesOf(language),
});

/** Name of the language of the pages (BCP 47). Pure. */
export const languageTag = ({ language }: Pick<Reading, 'language'>): string => (language === 'zh' ? 'zh-CN' : 'en');

/** Mark of Chinese words where a page is in another language (BCP 47). Pure. */
export const chineseMark = ({ language }: Pick<Reading, 'language'>): string | undefined => (language === 'zh' ? undefined : 'zh-CN');

/** How whoever sent this request reads. */
export const readingOf = ({ headers, originalUrl }: Pick<Request, 'headers' | 'originalUrl'>): Reading =>
  parseReading(headers.cookie, originalUrl);

/** The reading of the page that is being written. */
export const ReadingContext = createContext<Reading>(readingIn('zh'));

/** The reading, and its words, for a component. */
export const useReading = (): Reading => useContext(ReadingContext);
