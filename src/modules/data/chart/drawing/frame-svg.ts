import { createHash } from 'node:crypto';
import { escaped } from '../plain-text.js';
import { FONT, INK_DARK, INK_LIGHT, PAGE_DARK, PAGE_LIGHT } from './palette.js';

/** Stands for the drawing's own id in its parts; no text of a file has this sign. */
export const OWN_ID = '\u0001';

/** How a drawing is named and framed. */
interface Frame {
  width: number;
  height: number;
  title: string;
  /** One sentence of what it shows. */
  summary: string;
}

/** A whole SVG around these parts: named for screen readers, its ids its own, nothing from outside. Pure. */
export function framed(body: string, { width, height, title, summary }: Frame): string {
  const own = `c${createHash('sha256').update([width, height, title, summary, body].join('\n')).digest('hex').slice(0, 12)}`;
  // It stands in pages of any colour: it brings ink and paper, for light and for dark.
  const style = `.${own}{color:${INK_LIGHT}}@media (prefers-color-scheme:dark){.${own}{color:${INK_DARK}}.${own}>.paper{fill:${PAGE_DARK}}}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" class="${own}"`,
    ` role="img" aria-labelledby="${own}-t ${own}-d" font-family="${FONT}" fill="currentColor">`,
    `<title id="${own}-t">${escaped(title)}</title><desc id="${own}-d">${escaped(summary)}</desc><style>${style}</style><rect class="paper" width="${width}" height="${height}" fill="${PAGE_LIGHT}"/>`,
    body.replaceAll(OWN_ID, own),
    '</svg>',
  ].join('');
}
