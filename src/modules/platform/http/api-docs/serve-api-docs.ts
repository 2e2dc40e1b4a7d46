import { readFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { answerCached } from '../etag.js';
import { docsPage } from './docs-page.js';
import { openApiDocument } from './openapi-document.js';

const stylesheet = readFileSync(new URL('./api.css', import.meta.url), 'utf8');

/** The OpenAPI document at /openapi.json and, made from it, the page for people at /docs. */
export function serveApiDocs(app: NestExpressApplication): void {
  const document = openApiDocument(app);
  const page = docsPage(document);
  const answer = (response: Response, type: string, body: string) => {
    answerCached(response, { body }, { seconds: 300 });
    response.type(type).send(body);
  };
  const json = JSON.stringify(document);
  const routes = app.getHttpAdapter().getInstance();
  routes.get('/openapi.json', (_, response) => answer(response, 'application/json', json));
  routes.get('/docs', (_, response) => answer(response, 'html', page));
  routes.get('/docs/api.css', (_, response) => answer(response, 'css', stylesheet));
}
