import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecordReader, RecordWriter } from '../../../src/modules/catalog/index.js';
import { createTestApplication, emptyCatalog, type TestApplication } from '../../support/test-application.js';
import { importContent, jsonLines } from './import-text.js';
import { expectIntegrity } from './integrity.js';

const context = { actor: 'test', requestId: null };
const target = { kind: 'document', identifier: 'old', title: '旧办法', validity: '现行有效' };
const change = (type: string, identifier = 'new', partial = false) => ({
  kind: 'document',
  identifier,
  title: '新办法',
  relations: [{ type, target: 'old', partial }],
});

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
});
afterAll(() => running.close());
beforeEach(() => emptyCatalog(running));
afterEach(() => expectIntegrity(running));

const read = () => running.query('SELECT validity, revision FROM record WHERE identifier = $1', ['old']);
const imported = async (...records: object[]) => expect((await importContent(running, jsonLines(...records))).rejected).toEqual([]);

describe('The validity of a document', () => {
  it.each([
    ['repeals', false, 'repealed'],
    ['replaces', false, 'repealed'],
    ['amends', false, 'amended'],
    ['repeals', true, 'amended'],
    ['basedOn', false, 'inForce'],
    ['interprets', false, 'inForce'],
  ])('follows one that %s it (partly: %s) whichever comes first: %s', async (type, partial, validity) => {
    const effective = validity === 'inForce' ? await declaredCode() : validity;
    for (const batches of [
      [[target, change(type, 'new', partial)]],
      [[change(type, 'new', partial), target]],
      [[target], [change(type, 'new', partial)]],
      [[change(type, 'new', partial)], [target]],
    ]) {
      await emptyCatalog(running);
      for (const batch of batches) await imported(...batch);
      expect(await read()).toEqual([expect.objectContaining({ validity: effective })]);
    }
  });

  it('comes back when the repeal is withdrawn, or says so no longer', async () => {
    const inForce = await declaredCode();
    await imported(target, change('repeals'));
    await running.app.get(RecordWriter).withdraw('document', 'new', 1, '误发', context);
    expect(await read()).toEqual([{ validity: inForce, revision: 2 }]);
    await imported(change('repeals', 'newer'));
    expect(await read()).toEqual([{ validity: 'repealed', revision: 3 }]);
    await imported({ ...change('repeals', 'newer'), relations: [] });
    expect(await read()).toEqual([{ validity: inForce, revision: 4 }]);
  });

  it('is not lost when the document itself is imported again', async () => {
    await imported(target, change('repeals'));
    await imported({ ...target, title: '旧办法（修订）' });
    expect(await read()).toEqual([{ validity: 'repealed', revision: 2 }]);
  });

  it('is shown with the relation from both ends', async () => {
    await imported(target, change('repeals'));
    const related = await running.app.get(RecordReader).related(['old', 'new']);
    expect(related.get('old')).toEqual([expect.objectContaining({ type: 'repeals', incoming: true, identifier: 'new', label: '被废止' })]);
    expect(related.get('new')).toEqual([expect.objectContaining({ type: 'repeals', incoming: false, identifier: 'old', label: '废止' })]);
  });
});

/** Code of 现行有效 as the table has it. */
async function declaredCode(): Promise<string> {
  await imported({ ...target, identifier: 'declared' });
  const [row] = await running.query<{ validity: string }>(`SELECT validity FROM record WHERE identifier = 'declared'`);
  return row!.validity;
}
