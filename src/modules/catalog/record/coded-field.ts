import type { VocabularyName } from '../../vocabulary/index.js';

/** Fields whose values come from a code table, and the table; stored as codes where the table knows the label, else as given. */
export const CODED_FIELDS = {
  topic: 'topic',
  region: 'region',
  updateCycle: 'updateCycle',
  openness: 'openness',
  shareType: 'shareType',
  shareMode: 'shareMode',
  formatClass: 'resourceFormat',
  dataGrade: 'dataGrade',
  documentType: 'documentType',
  validity: 'validity',
  legislationType: 'legislationType',
  publicity: 'publicity',
} as const satisfies Record<string, VocabularyName>;

export type CodedField = keyof typeof CODED_FIELDS;

export const codedFields = Object.keys(CODED_FIELDS) as CodedField[];
