import type { FacetBoost, InterpretationPiece } from '../analysed-query.js';
import { piecesOf } from '../query-text.js';

const BOOST = 0.3;

/** Words that tell which kind of record is looked for; they stay in the query too, since titles have them. */
const KIND_WORDS: Record<'dataset' | 'document', ReadonlySet<string>> = {
  dataset: new Set(['数据', '数据集', '统计数据', '名录', '名单', '一览表', '统计表', '明细表', '清单', '接口', '台账', '字段']),
  document: new Set(['文件', '公文', '政策', '解读', '办法', '条例', '规定', '通知', '意见', '方案', '公告', '决定', '法律', '法规']),
};
const MEANING = { dataset: '更可能找数据', document: '更可能找文件' };

/** Raises the kind of record that the words speak of; nothing when they speak of both. */
export function recogniseKinds(text: string): { boosts: FacetBoost[]; pieces: InterpretationPiece[] } {
  const found = piecesOf(text).flatMap((piece) => {
    const kind = (['dataset', 'document'] as const).find((one) => KIND_WORDS[one].has(piece.text));
    return kind ? [{ kind, text: piece.text }] : [];
  });
  const [first] = found;
  if (!first || found.some(({ kind }) => kind !== first.kind)) return { boosts: [], pieces: [] };
  return {
    boosts: [{ facet: 'kind', value: first.kind, weight: BOOST }],
    pieces: [{ type: 'kind', text: first.text, meaning: MEANING[first.kind] }],
  };
}
