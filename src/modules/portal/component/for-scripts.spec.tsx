import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { ReadingContext, readingIn } from '../reading/reading.js';
import { ForScripts } from './for-scripts.js';
import { RecordTools } from './record-tools.js';

const HOSTILE = `</script><script>alert(1)</script><!--"'><img src=x onerror=alert(1)>`;

it('keeps hostile texts and attributes inside its block', () => {
  const html = renderToString(
    <ReadingContext.Provider value={readingIn('en')}>
      <RecordTools title={HOSTILE} address={`https://a.example/${HOSTILE}`} reads="#text" />
    </ReadingContext.Provider>,
  );
  expect(html).toMatch(/^<script type="text\/html" data-for-scripts[^>]*>[^]*<\/script>$/);
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script']);
  expect(html).not.toContain('<!--');
  expect(html).not.toContain('<img');
  expect(html).toContain('Print');
});

it('takes no HTML that would end it', () => {
  const broken = (html: string) => () => renderToString(<ForScripts>{<b dangerouslySetInnerHTML={{ __html: html }} />}</ForScripts>);
  expect(broken('</SCRIPT >')).toThrow(/end its block/);
  expect(broken('<!-- <script>')).toThrow(/end its block/);
});
