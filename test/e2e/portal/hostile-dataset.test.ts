import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, publishTables } from '../data/data-fixture.js';
import { HOSTILE_CSV, HOSTILE_DATASET, HOSTILE_TEXTS } from './hostile-dataset.fixture.js';

let running: TestApplication;
let table: string;
beforeAll(async () => {
  running = await createTestApplication({ dataAnonymousUnits: 0 });
  await publishTables(running, [HOSTILE_DATASET], { 'a.csv': HOSTILE_CSV });
  const { body } = await api(running).get('/api/v1/datasets/hostile/tables').expect(200);
  table = (body as { tables: { name: string }[] }).tables[0]!.name;
});
afterAll(() => running.close());

it.each(['', '/api', '/tables/TABLE', '/tables/TABLE/chart?kind=bar&x=1'])('/datasets/hostile%s shows every text as text', async (tail) => {
  for (const cookie of ['', 'reading=en-care']) {
    const path = `/datasets/hostile${tail.replace('TABLE', table).replace('x=1', `x=${encodeURIComponent(HOSTILE_TEXTS.markup)}`)}`;
    const { text } = await api(running).get(path).set('Accept', 'text/html').set('Cookie', cookie).expect(200);
    const body = text.slice(text.indexOf('<body>'));
    // Answers yes or no: what failed is too long to be read in a report.
    // Drawings of the page itself: icons, charts, the code of the address.
    expect(/<script(?! type="text\/html" data-for-scripts)|<img src=x|<svg[^>]*\son/.test(body)).toBe(false);
    // Blocks of data for the script of the page, each of which ends where it should.
    const blocks = body.match(/<script[^]*?<\/script>/g) ?? [];
    expect(body.match(/<\/script/g) ?? []).toHaveLength(blocks.length);
    expect(blocks.every((block) => block.endsWith('</button></script>'))).toBe(true);
    expect(body.includes('&lt;script>')).toBe(true);
    expect(body.match(/<main/g)).toHaveLength(1);
    expect(body.endsWith('</footer></body></html>')).toBe(true);
  }
});

it('rare characters and emoji come through whole', async () => {
  const { text } = await api(running).get('/datasets/hostile').set('Accept', 'text/html').expect(200);
  for (const letters of ['𠮷㐂', '👩‍👩‍👧‍👦']) expect(text.includes(letters), letters).toBe(true);
  expect(text.includes('\uFFFD')).toBe(false);
});

it('the dictionary has them too, and nothing that calculates', async () => {
  const { text } = await api(running).get('/datasets/hostile/dictionary.csv').expect(200);
  expect(text).toContain('𠮷㐂');
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
});

it('no code to copy holds marks that hide what it does', async () => {
  const { text } = await api(running).get('/datasets/hostile/api').set('Accept', 'text/html').expect(200);
  for (const [, code] of text.matchAll(/<code>(.*?)<\/code>/gs)) expect(code).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});
