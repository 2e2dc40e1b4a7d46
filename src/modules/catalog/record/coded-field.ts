/** Fields whose values come from a code table, and the table; stored as codes where the table knows the label, else as given. */
export const CODED_FIELDS = {
  topic: 'theme',
  region: 'region',
  updateCycle: 'updateCycle',
  openness: 'openType',
  shareType: 'shareType',
  shareMode: 'shareMode',
  formatClass: 'resourceFormat',
  dataGrade: 'dataGrade',
  documentType: 'documentType',
  validity: 'validity',
  legislationType: 'legislationType',
  publicity: 'publicity',
} as const;

export type CodedField = keyof typeof CODED_FIELDS;

export const codedFields = Object.keys(CODED_FIELDS) as CodedField[];
