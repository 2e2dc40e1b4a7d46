/** What somebody can have done in the life of a submission. */
export const PARTS = ['wrote', 'uploaded', 'reviewed', 'approved'] as const;
export type Part = (typeof PARTS)[number];

/** One person, or key without owner, in one part of a submission. */
export interface Participation {
  who: string;
  part: Part;
}

/** Decisions that four eyes keep apart. */
export type Decision = 'submission.review' | 'submission.approve';

/** Author ≠ reviewer ≠ approver: having had one of these parts, passing or returning alike, keeps from the decision for good. */
const BARRING: Record<Decision, readonly Part[]> = {
  'submission.review': ['wrote', 'uploaded', 'approved'],
  'submission.approve': ['wrote', 'uploaded', 'reviewed'],
};

/** Whom four eyes keep from a decision. Pure. */
export function barredFrom(decision: Decision, participants: readonly Participation[]): string[] {
  return [...new Set(participants.filter(({ part }) => BARRING[decision].includes(part)).map(({ who }) => who))];
}

/** The list with these people in a part; nobody ever leaves it. Pure. */
export function joinedBy(participants: readonly Participation[], part: Part, people: readonly string[]): Participation[] {
  const known = new Set(participants.filter((one) => one.part === part).map(({ who }) => who));
  return [...participants, ...[...new Set(people)].filter((who) => !known.has(who)).map((who) => ({ who, part }))];
}
