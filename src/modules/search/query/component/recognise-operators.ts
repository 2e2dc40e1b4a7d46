import type { Facet, FacetFilter, InterpretationPiece } from '../analysed-query.js';
import type { Reading } from '../span.js';

const QUOTED = /["“”「『](.+?)["“”」』]/g;
const EXCLUDED = /(?<=^|\s)-([^\s"“”-]+)/g;
const FIELD = /(部门|主题|地区|年份|格式|种类|有效性|文种|开放类型|共享类型|更新周期|标题)[::]\s*([^\s]+)/g;

const FACET_OF: Record<string, Facet> = {
  部门: 'department',
  主题: 'topic',
  地区: 'region',
  年份: 'year',
  格式: 'format',
  种类: 'kind',
  有效性: 'validity',
  文种: 'documentType',
  开放类型: 'openness',
  共享类型: 'shareType',
  更新周期: 'updateCycle',
};

const KINDS: Record<string, string> = { 数据: 'dataset', 数据集: 'dataset', 文件: 'document', 公文: 'document' };

export interface Operators {
  phrases: string[];
  excluded: string[];
  filters: FacetFilter[];
  pieces: InterpretationPiece[];
}

/** Takes quoted phrases, words after a minus, and `字段:值` out of the text. */
export function recogniseOperators(reading: Reading): Operators {
  const found: Operators = { phrases: [], excluded: [], filters: [], pieces: [] };
  for (const { 0: text, 1: phrase, index } of reading.text.matchAll(QUOTED)) {
    if (!reading.claim(index, index + text.length)) continue;
    found.phrases.push(phrase!);
    found.pieces.push({ type: 'phrase', text, meaning: `必须含有“${phrase!}”` });
  }
  for (const { 0: text, 1: field, 2: value, index } of reading.text.matchAll(FIELD)) {
    if (!reading.claim(index, index + text.length)) continue;
    const facet = FACET_OF[field!];
    if (facet)
      found.filters.push({
        facet,
        values: [facet === 'kind' ? (KINDS[value!] ?? value!) : facet === 'year' ? value!.replace(/年$/, '') : value!],
      });
    else found.phrases.push(value!);
    found.pieces.push({ type: 'field', text, meaning: `只看${field!}为“${value!}”的` });
  }
  for (const { 0: text, 1: word, index } of reading.text.matchAll(EXCLUDED)) {
    if (!reading.claim(index, index + text.length)) continue;
    found.excluded.push(word!);
    found.pieces.push({ type: 'excluded', text, meaning: `不含“${word!}”` });
  }
  return found;
}
