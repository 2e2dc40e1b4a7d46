import { isHtml } from '../../catalog/index.js';
import { chineseMark, useReading } from '../reading/reading.js';
import { anchoredHtml } from './anchored-html.js';
import type { Heading } from './body-outline.js';
import { type TextBlock, textBlocks } from './text-blocks.js';

/** A text made ready to be shown: its blocks or its markup, and its headings. */
export type ReadyBody = { headings: Heading[] } & ({ html: string } | { blocks: TextBlock[] });

/** Pure. */
export function readyBody(body: string): ReadyBody {
  if (isHtml(body)) return anchoredHtml(body);
  const blocks = textBlocks(body);
  return { blocks, headings: blocks.flatMap(({ heading }) => heading ?? []) };
}

/** The text of a document, with an anchor at each chapter, article and heading. */
export function DocumentBody({ body }: { body: ReadyBody }) {
  const reading = useReading();
  const place = { class: 'body', id: 'text', lang: chineseMark(reading), 'aria-label': reading.t.document.text };
  // Sanitised when it was written: structure, emphasis, tables and web links only.
  if ('html' in body) return <section {...place} dir="auto" dangerouslySetInnerHTML={{ __html: body.html }} />;
  return (
    <section {...place}>
      {body.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </section>
  );
}

function Block({ block: { text, role, heading, level } }: { block: TextBlock }) {
  const Tag = level ? (`h${level}` as 'h2') : 'p';
  if (!heading)
    return (
      <Tag class={role === 'plain' ? undefined : role} dir="auto">
        {text}
      </Tag>
    );
  const link = (
    <a class="anchor" href={`#${heading.id}`}>
      {heading.label}
    </a>
  );
  const spaced = heading.kind !== 'numeral' && heading.kind !== 'point' && heading.rest !== '';
  return (
    <Tag id={heading.id} dir="auto">
      {heading.kind === 'article' ? <strong>{link}</strong> : link}
      {spaced && '\u3000'}
      {heading.rest}
    </Tag>
  );
}
