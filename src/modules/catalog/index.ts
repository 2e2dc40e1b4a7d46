export { CatalogModule } from './catalog.module.js';
export { FileUploadRow } from './attachment/file-upload.entity.js';
export { StoredFileRow } from './attachment/stored-file.entity.js';
export { RecordLoaders } from './api/record.loader.js';
export { CODED_FIELDS, type CodedField, codedFields } from './record/coded-field.js';
export { DatasetInput, DocumentInput } from './record/record.input.js';
export { type AnyRecord, CatalogRecord, Dataset, Document, RelatedRecord } from './record/record.model.js';
export { RECORD_KINDS, type RecordKind, RecordRow } from './record/record.entity.js';
export { ResourceFields } from './record/resource-fields.js';
export { RelationRow } from './relation/relation.entity.js';
export { RELATION_LABELS, RELATION_TYPES, type RelationType } from './relation/relation-type.js';
export { type DeclaredRecord, RecordReader } from './read/record-reader.js';
export { RecordHistory } from './read/record-history.js';
export type { HistoryEntry, HistorySubject } from './read/history.repository.js';
export { presentDraft } from './read/present-draft.js';
export { type InputFields, inputOf } from './record/input-of.js';
export type { LedRow } from './read/record.repository.js';
export { type Board, DepartmentBoard } from './workflow/department-board.js';
export type { SubmissionConditions } from './workflow/submission.repository.js';
export { type HitRow, RecordRepository } from './read/record.repository.js';
export { presentRecord, recordUrl } from './read/present-record.js';
export { isHtml, plainBody } from './write/body-text.js';
export { RecordExporter } from './exchange/record-exporter.js';
export { RecordImporter } from './exchange/record-importer.js';
export { ImportTally } from './exchange/import-tally.js';
export { RECORD_CHANGED } from './write/change-log.js';
export type { Draft, WriteContext } from './write/draft.js';
export { RecordWriter } from './write/record-writer.js';
export { RevisionRow } from './write/revision.entity.js';
export type { Proof } from './proof/proof.model.js';
export { ProofService } from './proof/proof.service.js';
export { RecordSigner } from './proof/record-signer.js';
export { RecordSignatureRow } from './proof/record-signature.entity.js';
export { clockOf } from './workflow/disclosure-clock.js';
export { SubmissionPublisher } from './workflow/submission-publisher.js';
export {
  STATE_LABELS,
  type SubmissionState,
  targetOf,
  type Transition,
  TRANSITIONS,
  transitionsFrom,
} from './workflow/submission-state.js';
export { SubmissionStepRow } from './workflow/submission-step.entity.js';
export { SubmissionRow } from './workflow/submission.entity.js';
export { draftOf, WorkflowService } from './workflow/workflow.service.js';
export type { WriteOutcome } from './write/write-outcome.js';
export type { RowOutcome } from './spreadsheet/row-importer.js';
export { hasFlaws, partOf, RESULT_LABELS, type SpreadsheetReport, SpreadsheetService } from './spreadsheet/spreadsheet.service.js';
export { MOST_BYTES as MOST_SPREADSHEET_BYTES } from './spreadsheet/workbook-parts.js';
export { sendWorkbook, XLSX } from './spreadsheet/workbook-transfer.js';
export { MOST_ROWS as MOST_SPREADSHEET_ROWS } from './spreadsheet/column.js';
