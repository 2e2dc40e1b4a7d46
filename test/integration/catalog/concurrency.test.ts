import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditRepository } from '../../../src/modules/audit/index.js';
import { DatasetInput, DocumentInput, RecordWriter } from '../../../src/modules/catalog/index.js';
import { validate } from '../../../src/modules/kernel/field/index.js';
import { createTestApplication, emptyCatalog, type TestApplication } from '../../support/test-application.js';
import { expectIntegrity } from './integrity.js';

const context = { actor: 'test', requestId: null };
const dataset = (identifier: string, title: string) => ({ kind: 'dataset' as const, input: validate(DatasetInput, { identifier, title }) });
const document = (identifier: string, title: string, targets: string[]) => ({
  kind: 'document' as const,
  input: validate(DocumentInput, { identifier, title, relations: targets.map((target) => ({ type: 'repeals', target })) }),
});

let running: TestApplication;
let writer: RecordWriter;
beforeAll(async () => {
  running = await createTestApplication({ databasePool: 12 });
  writer = running.app.get(RecordWriter);
});
afterAll(() => running.close());
beforeEach(() => emptyCatalog(running));

/** `ok` or the code of the error, sorted. */
async function codesOf(attempts: Promise<unknown>[]): Promise<string[]> {
  const results = await Promise.allSettled(attempts);
  return results.map((result) => (result.status === 'fulfilled' ? 'ok' : String((result.reason as { code?: string }).code))).sort();
}

describe('Writers at the same time', () => {
  it('let exactly one of 20 create an identifier', async () => {
    const attempts = Array.from({ length: 20 }, (_, number) => writer.create(dataset('same', `第${number}个`), context));
    expect(await codesOf(attempts)).toEqual([...Array<string>(19).fill('CONFLICT'), 'ok']);
    expect(await running.query('SELECT identifier, revision FROM record')).toEqual([{ identifier: 'same', revision: 1 }]);
    await expectIntegrity(running);
  });

  it('let exactly one of 10 replace a revision', async () => {
    await writer.create(dataset('same', '原名'), context);
    const attempts = Array.from({ length: 10 }, (_, number) => writer.replace(dataset('same', `新名${number}`), 1, context));
    expect(await codesOf(attempts)).toEqual([...Array<string>(9).fill('PRECONDITION_FAILED'), 'ok']);
    expect(await running.query('SELECT revision FROM record')).toEqual([{ revision: 2 }]);
    await expectIntegrity(running);
  });

  it('import the same records in opposite orders and lose none', async () => {
    const batch = Array.from({ length: 60 }, (_, number) => dataset(`r${number}`, `表${number}`));
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, number) => writer.upsert(number % 2 ? batch : [...batch].reverse(), context)),
    );
    const created = outcomes.flat().filter(({ result }) => result === 'created');
    expect(created).toHaveLength(60);
    expect(outcomes.flat().filter(({ result }) => result === 'unchanged')).toHaveLength(300);
    await expectIntegrity(running);
  });

  it('repeal one another’s targets in opposite orders and all come through', async () => {
    const names = Array.from({ length: 12 }, (_, number) => `d${number}`);
    await writer.upsert(
      names.map((name) => document(name, name, [])),
      context,
    );
    const attempts = names.map((name, place) =>
      writer.upsert([document(name, `${name}改`, names.slice(place + 1)), document(names.at(-1 - place)!, `${place}`, [])], context),
    );
    expect(await codesOf(attempts)).toEqual(names.map(() => 'ok'));
    await expectIntegrity(running);
  });

  it('cannot close a cycle from both ends', async () => {
    const attempts = [writer.create(document('a', '甲', ['b']), context), writer.create(document('b', '乙', ['a']), context)];
    expect(await codesOf(attempts)).toEqual(['VALIDATION_FAILED', 'ok']);
  });

  it('try again when the database ends a deadlock at their cost', async () => {
    const batch = (title: string) => [dataset('a', title), dataset('b', title)];
    await writer.upsert(batch('旧'), context);
    const other = running.app.get(DataSource).createQueryRunner();
    await other.startTransaction();
    // Whoever looks for a ring first is ended: this side never looks, so it is the writer.
    await other.query(`SET LOCAL deadlock_timeout = '10min'`);
    await other.query(`SELECT FROM record WHERE identifier = 'b' FOR UPDATE`);
    const written = writer.upsert(batch('新'), context);
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await running.query(waiting)).length === 0) await new Promise((resolve) => setImmediate(resolve));
    await other.query(`SELECT FROM record WHERE identifier = 'a' FOR UPDATE`);
    await other.commitTransaction();
    await other.release();
    expect((await written).map(({ result }) => result)).toEqual(['updated', 'updated']);
    await expectIntegrity(running);
  });

  it('leave a log without gaps', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, number) => writer.create(dataset(`n${number}`, '表'), context)));
    expect(await running.app.get(AuditRepository).extent()).toEqual({ count: 30, last: 30 });
  });
});
