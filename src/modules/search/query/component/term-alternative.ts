import type { TextAnalyzer } from '../../analysis/index.js';
import type { TermAlternative } from '../analysed-query.js';
import { tokensOf } from '../query-text.js';

/** An alternative whose tokens are those by which the index holds a phrase; all of them are asked for. */
export function alternative(text: string, weight: number, source: TermAlternative['source'], analyzer: TextAnalyzer): TermAlternative {
  return { tokens: tokensOf(text, analyzer), weight, source };
}
