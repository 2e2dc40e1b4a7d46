import type { KnownApplication } from './access-application.repository.js';
import type { AccessApplication, OwnAccessApplication } from './access-application.model.js';
import { standingOn } from './application-state.js';

/** An application for whoever made it: without the contact and without who decided. Pure. */
export function presentOwnApplication(row: KnownApplication, today: string): OwnAccessApplication {
  const { id, identifier, title, organisation, purpose, months, submittedAt, dueOn, decidedAt, note, expiresOn } = row;
  return {
    id,
    dataset: identifier,
    title,
    organisation,
    purpose,
    months,
    state: standingOn(row, today),
    submittedAt: submittedAt.toISOString(),
    dueOn,
    decidedAt: decidedAt?.toISOString() ?? null,
    note,
    expiresOn,
  };
}

/** An application for the department. Pure. */
export function presentApplication(row: KnownApplication, today: string): AccessApplication {
  const { department, application, contact, decidedBy } = row;
  return { ...presentOwnApplication(row, today), department, application, contact, decidedBy };
}
