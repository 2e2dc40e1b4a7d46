/** What people say about a record. */
export const RECORD_FEEDBACK_KINDS = ['question', 'correction', 'reuse'] as const;
export type RecordFeedbackKind = (typeof RECORD_FEEDBACK_KINDS)[number];

/** The same, and what they ask for that the search did not find. */
export const FEEDBACK_KINDS = [...RECORD_FEEDBACK_KINDS, 'demand'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export const FEEDBACK_KIND_LABELS: Record<FeedbackKind, string> = {
  question: '提问',
  correction: '纠错',
  reuse: '应用案例',
  demand: '需求',
};

/**
 * Working days to answer. Corrections have the ten of 校核 between departments (政务数据共享条例 Art. 26), demands the twenty of
 * requests for disclosure (政府信息公开条例 Art. 33), though they are none; the rest is our default.
 */
export const FEEDBACK_DAYS: Record<FeedbackKind, number> = { question: 10, correction: 10, reuse: 10, demand: 20 };
