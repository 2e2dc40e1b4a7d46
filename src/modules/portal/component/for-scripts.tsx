import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ReadingContext, useReading } from '../reading/reading.js';

/** What would end the block, or hide its end; neither is written where texts and attributes are escaped. */
const BREAKS_OUT = /<\/script|<!--/i;

/**
 * What only a script can make use of: it stands in a block of data until `record.js` puts it in its place, so that no other
 * browser shows it, those of text neither. Of the page around it the children know the reading alone.
 * @throws Error for children with HTML of their own that would end the block
 */
export function ForScripts({ children }: { children: ComponentChildren }) {
  const reading = useReading();
  const html = renderToString(<ReadingContext.Provider value={reading}>{children}</ReadingContext.Provider>);
  if (BREAKS_OUT.test(html)) throw new Error('what is kept for scripts must not end its block');
  return <script type="text/html" data-for-scripts dangerouslySetInnerHTML={{ __html: html }} />;
}
