export { FeedbackModule } from './feedback.module.js';
export { FeedbackCasePresenter } from './feedback-case.presenter.js';
export { type FeedbackAnswer, FeedbackCases } from './feedback-cases.js';
export { FeedbackIntake } from './feedback-intake.js';
export {
  FEEDBACK_DAYS,
  FEEDBACK_KIND_LABELS,
  FEEDBACK_KINDS,
  type FeedbackKind,
  RECORD_FEEDBACK_KINDS,
  type RecordFeedbackKind,
} from './feedback-kind.js';
export { FeedbackOriginRow } from './feedback-origin.entity.js';
export { FeedbackReader } from './feedback-reader.js';
export { CONTACT_MONTHS, FEEDBACK_STATE_LABELS, FEEDBACK_STATES, type FeedbackState } from './feedback-state.js';
export { FeedbackRow } from './feedback.entity.js';
export {
  DemandInput,
  FeedbackAnswerInput,
  FeedbackAssignmentInput,
  type FeedbackCase,
  FeedbackInput,
  FeedbackReasonInput,
  type FeedbackReceipt,
  type FeedbackStatus,
  type PublishedFeedback,
  PublishedFeedbackQuery,
} from './feedback.model.js';
