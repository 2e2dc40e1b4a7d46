import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Open } from '../../platform/access/index.js';
import { ownPath } from './own-path.js';
import { COOKIE, cookieText, type Language, LANGUAGES, type Reading, readingOf } from './reading.js';

const A_YEAR = 365 * 24 * 3_600_000;

/** Remembers how somebody wants to read, in a cookie that says nothing else, and goes back to the page. */
@ApiExcludeController()
@Open()
@Controller('reading')
export class ReadingController {
  @Post()
  choose(@Body() form: Record<string, unknown> | undefined, @Req() request: Request, @Res() response: Response): void {
    remember(response, { ...readingOf(request), ...choiceOf(form?.set) });
    response.redirect(303, ownPath(form?.to));
  }
}

/** Keeps a reading for a year. */
export function remember(response: Response, reading: Reading): void {
  response.cookie(COOKIE, cookieText(reading), { path: '/', httpOnly: true, sameSite: 'lax', secure: response.req.secure, maxAge: A_YEAR });
}

/** What a button of the header says; nothing for anything else. Pure. */
function choiceOf(set: unknown): Partial<Reading> {
  if (set === 'care' || set === 'plain') return { care: set === 'care' };
  return isLanguage(set) ? { language: set } : {};
}

/** Whether it is a language that the pages have. Pure. */
export const isLanguage = (text: unknown): text is Language => (LANGUAGES as readonly unknown[]).includes(text);
