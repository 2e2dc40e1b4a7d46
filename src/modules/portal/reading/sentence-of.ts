import type { AppError } from '../../kernel/app-error.js';
import type { Reading } from './reading.js';

/** What an error says, in the language of its reader where it has that. Pure. */
export const sentenceOf = ({ message, details }: AppError, { language }: Pick<Reading, 'language'>): string =>
  language === 'en' ? (details.english ?? message) : message;
