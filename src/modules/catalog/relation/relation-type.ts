/** Relations between records (policy documents: domain of 规范性文件管理; a document and the data it is about). */
export const RELATION_TYPES = ['replaces', 'repeals', 'amends', 'basedOn', 'forwards', 'interprets', 'relatesTo'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** How a relation reads from its source, and from its target back. */
export const RELATION_LABELS: Record<RelationType, { forward: string; backward: string }> = {
  replaces: { forward: '替代', backward: '被替代' },
  repeals: { forward: '废止', backward: '被废止' },
  amends: { forward: '修改', backward: '被修改' },
  basedOn: { forward: '依据', backward: '作为依据' },
  forwards: { forward: '转发', backward: '被转发' },
  interprets: { forward: '解读', backward: '解读材料' },
  relatesTo: { forward: '相关', backward: '相关' },
};

/** A thing cannot repeal, amend, follow from or explain itself, not even over several steps; `relatesTo` has no direction to break. */
export const ACYCLIC_TYPES: readonly RelationType[] = ['replaces', 'repeals', 'amends', 'basedOn', 'forwards', 'interprets'];

/** Relations that change whether their target is in force. */
export const VALIDITY_TYPES: readonly RelationType[] = ['replaces', 'repeals', 'amends'];
