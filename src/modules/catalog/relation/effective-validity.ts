import type { RelationType } from './relation-type.js';

export interface IncomingRelation {
  type: RelationType;
  /** Only a part of the target is concerned (部分废止). */
  partial: boolean;
}

const ENDED = new Set(['repealed', 'expired']);

/**
 * Validity in effect of a document: what its own metadata declares, unless a later document ended or changed it.
 * A repeal or replacement of the whole ends it; a partial one, or an amendment, leaves it in force as amended.
 */
export function effectiveValidity(declared: string | null, incoming: readonly IncomingRelation[]): string | null {
  if (declared !== null && ENDED.has(declared)) return declared;
  if (incoming.some(({ type, partial }) => (type === 'repeals' || type === 'replaces') && !partial)) return 'repealed';
  if (incoming.some(({ type }) => type === 'amends' || type === 'repeals' || type === 'replaces')) return 'amended';
  return declared;
}
