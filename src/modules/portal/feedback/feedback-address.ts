import { recordUrl } from '../../catalog/index.js';
import type { RecordFeedbackKind } from '../../feedback/index.js';

type Named = { kind: Parameters<typeof recordUrl>[0]; identifier: string };

/** Address of the form with which people say something about a record. Pure. */
export const feedbackUrl = ({ kind, identifier }: Named, what?: RecordFeedbackKind): string =>
  `${recordUrl(kind, identifier)}/feedback${what ? `?kind=${what}` : ''}`;
