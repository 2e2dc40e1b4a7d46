import { expect } from 'vitest';
import { AuditRepository } from '../../../src/modules/audit/index.js';
import type { TestApplication } from '../../support/test-application.js';

/** What must hold whatever happened: a log without gaps, and for every revision its audit event; revisions without gaps. */
export async function expectIntegrity({ app, query }: TestApplication): Promise<void> {
  const { count, last } = await app.get(AuditRepository).extent();
  expect(last, 'the audit log has gaps').toBe(count);
  const unaudited = await query(
    `SELECT r.identifier, v.revision FROM record_revision v JOIN record r ON r.id = v.record_id
      WHERE (SELECT count(*) FROM audit_event e
              WHERE e.object_type = 'record' AND e.object_id = r.identifier AND e.revision = v.revision AND e.after_hash = v.content_hash) <> 1`,
  );
  expect(unaudited, 'revisions without exactly one audit event').toEqual([]);
  const broken = await query(
    `SELECT r.identifier FROM record r LEFT JOIN record_revision v ON v.record_id = r.id
      GROUP BY r.id HAVING count(v.revision) <> r.revision OR max(v.revision) IS DISTINCT FROM r.revision`,
  );
  expect(broken, 'records whose revisions are not 1, 2, 3 …').toEqual([]);
  const repeated = await query(
    `SELECT record_id, revision FROM (SELECT *, lag(content_hash) OVER (PARTITION BY record_id ORDER BY revision) AS before FROM record_revision) v
      WHERE content_hash = before`,
  );
  expect(repeated, 'revisions that change nothing').toEqual([]);
}

/** Every revision still has its outbox message; holds as long as no consumer has swept them. */
export async function expectMessages({ query }: TestApplication): Promise<void> {
  const unannounced = await query(
    `SELECT v.record_id, v.revision FROM record_revision v
      WHERE (SELECT count(*) FROM outbox_message m WHERE m.topic = 'record.changed' AND m.record_id = v.record_id AND m.revision = v.revision) <> 1`,
  );
  expect(unannounced, 'revisions without exactly one message').toEqual([]);
}
