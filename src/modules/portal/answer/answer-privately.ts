import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderPage } from '../layout/render-page.js';
import { languageTag, readingOf } from '../reading/reading.js';

/** Answers with a page that is for one person alone, and stands in no cache. */
export function answerPrivately(response: Response, page: VNode, status = 200): void {
  const reading = readingOf(response.req);
  response
    .status(status)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Content-Language', languageTag(reading))
    .type('html')
    .send(renderPage(page, reading));
}
