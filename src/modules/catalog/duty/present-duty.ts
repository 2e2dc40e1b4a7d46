import type { DutyRow } from './duty.entity.js';
import type { Duty } from './duty.model.js';
import type { DutyWithTitle } from './duty.repository.js';

/** A duty as the people of its department see it. */
export function presentDuty(row: DutyRow | DutyWithTitle): Duty {
  const { id, department, kind, identifier, since, dueOn, resolvedAt, resolution, resolvedBy, nextReviewOn } = row;
  return {
    id,
    department,
    kind,
    identifier,
    ...('title' in row ? { title: row.title } : {}),
    since,
    dueOn,
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolution,
    resolvedBy,
    nextReviewOn,
  };
}
