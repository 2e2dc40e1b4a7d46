import type { TextAnalyzer } from '../../analysis/index.js';
import type { FacetBoost, InterpretationPiece, TermGroup } from '../analysed-query.js';
import type { Knowledge } from '../knowledge.js';
import { standsAlone, wordEdges } from '../query-text.js';
import type { Reading } from '../span.js';
import { alternative } from './term-alternative.js';

/** Importance of words that tell where or by whom rather than what. */
const CONTEXT = 0.6;
const BOOST = 1;

export interface Places {
  groups: { start: number; group: TermGroup }[];
  boosts: FacetBoost[];
  pieces: InterpretationPiece[];
}

/** Takes organs by full, short or former name, and regions, out of the text. */
export function recognisePlaces(reading: Reading, knowledge: Knowledge, analyzer: TextAnalyzer): Places {
  const found: Places = { groups: [], boosts: [], pieces: [] };
  const edges = wordEdges(reading.text);
  for (const { start, end, value } of knowledge.organs.find(reading)) {
    const text = reading.text.slice(start, end);
    if (!reading.claim(start, end)) continue;
    const names = [value.official, ...value.others].filter((name) => name !== text);
    found.groups.push({
      start,
      group: {
        text,
        importance: CONTEXT,
        alternatives: [alternative(text, 1, 'typed', analyzer), ...names.map((name) => alternative(name, 0.9, 'short-name', analyzer))],
      },
    });
    if (value.official !== text) found.pieces.push({ type: 'department', text, meaning: value.official });
  }
  for (const { start, end, value } of knowledge.regions.find(reading)) {
    const text = reading.text.slice(start, end);
    if (!standsAlone({ start, end }, edges) || !reading.claim(start, end)) continue;
    found.groups.push({ start, group: { text, importance: CONTEXT, alternatives: [alternative(text, 1, 'typed', analyzer)] } });
    found.boosts.push({ facet: 'region', value: value.code, weight: BOOST });
    found.pieces.push({ type: 'region', text, meaning: value.label });
  }
  return found;
}
