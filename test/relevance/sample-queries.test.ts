import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecordImporter } from '../../src/modules/catalog/index.js';
import { DepartmentService, readDepartments } from '../../src/modules/department/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { evaluate, evaluationTable, type JudgedQuery, SearchService } from '../../src/modules/search/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

const at = (name: string) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));

/** Least nDCG@10 of each type of query over the bundled catalog; a change that falls below has made finding worse. */
const FLOORS: Record<string, number> = {
  department: 0.92,
  'dept-topic': 0.95,
  docnumber: 1,
  field: 0.88,
  homophone: 0.92,
  initials: 0.8,
  interpretation: 0.97,
  keyword: 0.89,
  kind: 0.87,
  'known-item': 0.79,
  multi: 0.95,
  operator: 0.92,
  pinyin: 0.95,
  question: 0.74,
  region: 0.85,
  'short-form': 0.97,
  synonym: 0.64,
  traditional: 0.97,
  typo: 0.92,
  year: 0.92,
};

let running: TestApplication;
let rows: Awaited<ReturnType<typeof evaluate>>['rows'];

beforeAll(async () => {
  running = await createTestApplication();
  const { app } = running;
  await app.get(DepartmentService).register(readDepartments(at('data/departments.jsonl')));
  for (const name of ['datasets', 'documents']) {
    const tally = await app.get(RecordImporter).import(at(`data/${name}.jsonl`), { context: { actor: 'test', requestId: null } });
    expect(tally.rejected).toBe(0);
  }
  await app.get(OutboxDispatcher).drain();
  const queries = readFileSync(at('queries.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JudgedQuery);
  const search = app.get(SearchService);
  ({ rows } = await evaluate(queries, ({ query, kind }) =>
    search.rank(query, kind === 'any' ? [] : [{ facet: 'kind', values: [kind] }], 100),
  ));
});
afterAll(() => running.close());

it.each(Object.entries(FLOORS))('finds what is meant: %s', (type, floor) => {
  const row = rows.find((one) => one.type === type);
  expect(row?.means?.ndcg, `\n${evaluationTable(rows)}`).toBeGreaterThanOrEqual(floor);
});

it('knows every type of the file', () => {
  const judged = rows.filter(({ type, queries }) => type !== 'ALL' && queries > 0).map(({ type }) => type);
  expect(Object.keys(FLOORS).sort()).toEqual(judged.sort());
});

it('finds every document number first', () => {
  expect(rows.find(({ type }) => type === 'docnumber')?.means?.success1).toBe(1);
});
