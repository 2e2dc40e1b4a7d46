export { CatalogModule } from './catalog.module.js';
export type { Attachment } from './attachment/attachment.model.js';
export { AttachmentFetcher } from './attachment/attachment-fetcher.js';
export { AttachmentService } from './attachment/attachment.service.js';
export { attachedFiles, type AttachedFile, resourceUrl } from './attachment/attached-files.js';
export { AttachmentTextRepository } from './attachment/attachment-text.repository.js';
export { drain, type FileForm, readFileForm } from './attachment/upload-body.js';
export { FileGrants } from './attachment/file-grants.js';
export { FileUploadRow } from './attachment/file-upload.entity.js';
export { KeptFileReader } from './attachment/kept-file-reader.js';
export { type DescribedText, describeText } from './attachment/read-text.js';
export { StoredFileRow } from './attachment/stored-file.entity.js';
export { RecordLoaders } from './api/record.loader.js';
export { CODED_FIELDS, type CodedField, codedFields } from './record/coded-field.js';
export { DatasetInput, DocumentInput } from './record/record.input.js';
export { type AnyRecord, CatalogRecord, Dataset, Document, RelatedRecord } from './record/record.model.js';
export { RECORD_KINDS, type RecordKind, RecordRow } from './record/record.entity.js';
export { mustBeFilled, REQUIRED_FIELDS } from './record/required-field.js';
export { ResourceFields } from './record/resource-fields.js';
export { unknownRecord } from './record/unknown-record.js';
export { RelationRow } from './relation/relation.entity.js';
export { RELATION_LABELS, RELATION_TYPES, type RelationType } from './relation/relation-type.js';
export { type DeclaredRecord, RecordReader } from './read/record-reader.js';
export { RecordHistory } from './read/record-history.js';
export type { HistoryEntry, HistorySubject } from './read/history.repository.js';
export { PublicHistory, type PublicRevision, type PublicRevisions } from './read/public-history.js';
export { presentDraft } from './read/present-draft.js';
export { type InputFields, inputOf } from './record/input-of.js';
export type { AddressRow, FileMember, HarvestFilter, LatestFilter, LedRow } from './read/record.repository.js';
export { type Board, DepartmentBoard } from './workflow/department-board.js';
export type { SubmissionConditions } from './workflow/submission.repository.js';
export { type HitRow, RecordRepository } from './read/record.repository.js';
export { presentRecord, recordUrl } from './read/present-record.js';
export { isHtml, plainBody } from './write/body-text.js';
export { RowGate } from './attachment/row-gate.js';
export { GateWord, GateWordInput } from './gate/word/gate-word.model.js';
export { GateWordService } from './gate/word/gate-word.service.js';
export { TextGate } from './gate/text-gate.js';
export { GateWordRow } from './gate/word/gate-word.entity.js';
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
export { CalendarService } from './calendar/calendar.service.js';
export { CurrentCalendar } from './calendar/current-calendar.js';
export { WorkYearRow } from './calendar/work-year.entity.js';
export { WorkYearInput } from './calendar/work-year.model.js';
export { DUTY_LABELS, type DutyKind, DutyRow } from './duty/duty.entity.js';
export type { DutyWithTitle } from './duty/duty.repository.js';
export { DutyCompletionInput } from './duty/duty.model.js';
export { cycleDaysOf } from './duty/cycle-days.js';
export { type CycleDays, freshUntil } from './duty/duty-rule.js';
export { DutyService } from './duty/duty.service.js';
export { Nightly } from './duty/nightly.js';
export { NoticeRow } from './notice/notice.entity.js';
export { type NoticeDraft, toDeciders } from './notice/notice-draft.js';
export { Notifier } from './notice/notifier.js';
export { NoticeService } from './notice/notice.service.js';
export { clockOf, dueOf, limitOf } from './workflow/disclosure-clock.js';
export { SubmissionPublisher } from './workflow/submission-publisher.js';
export { IndexNumberSerialRow } from './workflow/index-number-serial.entity.js';
export {
  isOpen,
  OPEN_STATES,
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
