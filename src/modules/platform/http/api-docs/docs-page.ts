import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation } from './complete-document.js';
import { html, type Html } from './html.js';
import { operationSection } from './operation-section.js';
import { schemaSection } from './schema-section.js';
import type { Schemas } from './schema-example.js';

/** One route with one method. */
export interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** The page for people who want to know the interface: everything in one document, no script, no foreign host. */
export function docsPage(document: OpenAPIObject): string {
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]): Route => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const schemas = document.components!.schemas as Schemas;
  const tags = (document.tags ?? []).filter(({ name }) => routes.some(({ operation }) => operation.tags.includes(name)));
  const ofTag = (name: string) => routes.filter(({ operation }) => operation.tags[0] === name);
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>接口说明 · 好找</title>
        <link rel="stylesheet" href="/docs/api.css" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        <header>
          <a href="/">好找</a>
          <h1>接口说明</h1>
          <p>
            <a href="/openapi.json">OpenAPI 3.1 文档</a> · <a href="/graphql">GraphQL</a> · <a href="/schema.graphql">GraphQL schema</a>
          </p>
        </header>
        <div class="columns">
          <nav aria-label="目录">
            ${tags.map(
              ({ name, description }) =>
                html`<h2><a href="#${name}">${description}</a></h2>
                  <ul>
                    ${ofTag(name).map(contentsEntry)}
                  </ul>`,
            )}
            <h2><a href="#schemas">数据结构</a></h2>
            <ul>
              ${Object.keys(schemas).map((name) => html`<li><a href="#schema-${name}">${name}</a></li>`)}
            </ul>
          </nav>
          <main id="main">
            ${(document.info.description ?? '')
              .split('\n')
              .filter(Boolean)
              .map((line) => html`<p>${inlineCode(line)}</p>`)}
            ${tags.map(
              ({ name, description }) =>
                html`<section>
                  <h2 id="${name}">${description}</h2>
                  ${ofTag(name).map((route) => operationSection(route, document))}
                </section>`,
            )}
            <section>
              <h2 id="schemas">数据结构</h2>
              ${Object.entries(schemas).map(([name, schema]) => schemaSection(name, schema))}
            </section>
          </main>
        </div>
      </body>
    </html> `;
  return page.text;
}

const contentsEntry = ({ method, operation }: Route): Html =>
  html`<li>
    <a href="#${operation.operationId}"><span class="method ${method.toLowerCase()}">${method}</span> ${operation.summary}</a>
  </li>`;

const inlineCode = (line: string): Html[] => line.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
