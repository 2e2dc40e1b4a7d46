import { breadcrumbs } from '../../interop/index.js';
import { Toc } from '../component/toc.js';
import { type Column, columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import type { Article, Part } from '../message/zh/information.js';

/** A page of prose of the site itself: help, about, accessibility. */
export function ArticlePage({ site, path, column, article }: { site: Site; path: string; column: Column; article: Article }) {
  return (
    <Page
      site={site}
      title={article.title}
      path={path}
      query=""
      description={column.description}
      meta={columnMeta(column)}
      crumbs={[{ label: article.title }]}
      jsonLd={[breadcrumbs(site.baseUrl, [{ name: article.title, path }])]}
    >
      <div class="with-toc">
        <article class="prose">
          <h1>{article.title}</h1>
          <p class="lead">{article.lead}</p>
          {article.parts.map((part) => (
            <ArticlePart key={part.id} part={part} />
          ))}
        </article>
        <Toc entries={article.parts} />
      </div>
    </Page>
  );
}

function ArticlePart({ part: { id, title, paragraphs = [], points = [], ways = [], code } }: { part: Part }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {points.length > 0 && (
        <ul class="dots">
          {points.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <ul>
          {ways.map(({ href, label, note }) => (
            <li key={href}>
              <a href={href}>{label}</a> {note && <span class="note">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      {code && (
        <pre tabIndex={0}>
          <code>{code}</code>
        </pre>
      )}
    </section>
  );
}
