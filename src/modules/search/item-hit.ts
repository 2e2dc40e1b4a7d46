import { normaliseText } from './analysis/normalised-text.js';
import { highlight, type PlacingAnalyzer } from './highlight/index.js';

/** So many tell why a dataset was found. */
const MOST_ITEMS = 3;

/** Data items (信息项) with words that the title lacks, as escaped HTML with `<mark>`; the first few in the order of the dataset. Pure. */
export function itemHits(
  items: readonly string[],
  title: string,
  terms: ReadonlySet<string>,
  analyzer: PlacingAnalyzer,
  most = MOST_ITEMS,
): string[] {
  const said = normaliseText(title);
  const lacking = new Set([...terms].filter((term) => term !== '' && !said.includes(term)));
  if (lacking.size === 0 || items.length === 0) return [];
  const found: string[] = [];
  for (const item of items) {
    const name = normaliseText(item);
    if (![...lacking].some((term) => name.includes(term))) continue;
    const html = highlight(item, analyzer, lacking);
    if (html.includes('<mark>') && found.push(html) === most) break;
  }
  return found;
}
