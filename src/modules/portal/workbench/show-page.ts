import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderPage } from '../layout/render-page.js';

/** Answers with a page that no cache keeps: it belongs to one person. */
export function showPage(response: Response, page: VNode, status = 200): void {
  response.status(status).setHeader('Cache-Control', 'no-store').type('html').send(renderPage(page));
}
