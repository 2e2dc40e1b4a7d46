/** What highlighting needs of Chinese analysis: words with their places in the original text. */
export interface PlacingAnalyzer {
  tokensWithOffsets(text: string, wanted?: ReadonlySet<string>): { token: string; start: number; end: number }[];
}

interface Span {
  start: number;
  end: number;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The original text as escaped HTML, its words among `terms` in `<mark>`; whatever stands in the text, the markup is whole. */
export function highlight(text: string, analyzer: PlacingAnalyzer, terms: Iterable<string>): string {
  const whole = text.toWellFormed();
  const wanted = new Set(terms);
  if (wanted.size === 0) return escapeHtml(whole);
  const spans = analyzer.tokensWithOffsets(whole, wanted).filter(({ token, start, end }) => wanted.has(token) && end > start);
  let html = '';
  let position = 0;
  for (const { start, end } of merged(spans)) {
    html += `${escapeHtml(whole.slice(position, start))}<mark>${escapeHtml(whole.slice(start, end))}</mark>`;
    position = end;
  }
  return html + escapeHtml(whole.slice(position));
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Spans in order, those that overlap or touch as one. */
function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
