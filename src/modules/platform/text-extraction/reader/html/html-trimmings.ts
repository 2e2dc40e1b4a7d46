/** What stands in a page beside its text. */
export interface HtmlTrimming {
  place: string;
  text: string;
}

const TRIMMINGS: readonly [opening: RegExp, closing: RegExp, place: string][] = [
  [/<!--/g, /--!?>/g, '注释'],
  [/<script/gi, /<\/script/gi, '脚本'],
  [/<style/gi, /<\/style/gi, '样式'],
  [/<!\[cdata\[/gi, /\]\]>/g, '注释'],
];

/** Comments, scripts and styles as they stand; one that nothing closes goes on to the end. Pure, and goes through the page once for each kind. */
export function htmlTrimmings(html: string): HtmlTrimming[] {
  return TRIMMINGS.flatMap(([opening, closing, place]) => {
    const found: HtmlTrimming[] = [];
    for (let at = 0; at < html.length;) {
      const start = placeOf(opening, html, at);
      if (start === undefined) break;
      const end = placeOf(closing, html, start.end) ?? { start: html.length, end: html.length };
      found.push({ place, text: html.slice(start.end, end.start) });
      at = end.end;
    }
    return found;
  });
}

function placeOf(pattern: RegExp, text: string, from: number): { start: number; end: number } | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? { start: found.index, end: pattern.lastIndex } : undefined;
}
