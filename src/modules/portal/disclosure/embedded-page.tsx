import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { EmbeddedColumn, type EmbeddedProps } from './embedded-column.js';

/** The column as a whole page for a frame of another site: without header and footer, with our styles. */
export function EmbeddedPage({ site, ...embedded }: EmbeddedProps & { site: Site }) {
  const { t } = useReading();
  const { departmentName } = embedded.column;
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{departmentName ? t.disclosure.of(departmentName) : t.disclosure.title}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={site.style} />
      </head>
      <body class="embedded">
        <main>
          <EmbeddedColumn {...embedded} level={1} />
        </main>
      </body>
    </html>
  );
}
