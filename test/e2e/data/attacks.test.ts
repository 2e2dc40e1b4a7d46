import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { encodeCursor } from '../../../src/modules/kernel/cursor.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';
import { hostileTexts } from './hostile-text.js';

const HIDDEN = '紫穗槐密语';
const OUTSIDE = '胡枝子密语';
const ROWS = Array.from(
  { length: 40 },
  (_, i) =>
    `${i + 1},${['海陵区', '姜堰区', '高港区'][i % 3]},${(i * 12.5).toFixed(2)},2023-0${1 + (i % 9)}-15,2023-05-08T0${i % 9}:30:00,0${i % 9}:15:00,${i % 2 ? '是' : '否'},${119.8 + i / 100},${32.2 + i / 100},第${i}号`,
);
const NAMES = ['序号', '区县', '金额', '日期', '时间', '时刻', '是否', '经度', '纬度', '备注'];
const CSV = `${NAMES.join(',')}\n${ROWS.join('\n')}\n`;
const FORMULAS = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1+1', '＝1+1', '＋1', '－1', '＠a', '=cmd|" /C calc"!A0'];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const ODD = ['=HYPERLINK(1)', 'a', 'A', 'a_2', '__proto__', 'constructor', `x"'; DROP TABLE x --`, 'file_row_number', '@row', 'type'];

let running: TestApplication;
let texts: string[];
let key: string;
beforeAll(async () => {
  running = await createTestApplication({ dataAnonymousUnits: 0, dataKeyUnits: 0 });
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  await publishTables(
    running,
    [
      datasetWith('open', ['表.csv', '式.csv', '怪.csv', '大.csv'], { provider: '甲局' }),
      datasetWith('secret', ['密.csv'], { openness: '有条件开放' }),
    ],
    {
      '表.csv': CSV,
      '密.csv': `序号,说明\n1,${HIDDEN}\n2,x\n`,
      '式.csv': `编号,内容\n${FORMULAS.map((text, i) => `甲${i},${quoted(text)}`).join('\n')}\n`,
      '怪.csv': `${ODD.map(quoted).join(',')}\n${[1, 2, 3].map((i) => ODD.map((_, j) => `甲${i}${j}`).join(',')).join('\n')}\n`,
      '大.csv': `名称,大数\n${Array.from({ length: 9 }, (_, i) => `甲${i},${'9'.repeat(36)}.9${i}`).join('\n')}\n`,
    },
  );
  key = await running.app.get(ApiKeyService).create({ name: '推送', scopes: ['data.push'], department: 'a' }, OPERATOR);
  const outside = path.join(running.config.dataPath, 'outside.csv');
  await writeFile(outside, `a,b\n1,${OUTSIDE}\n`);
  const [hidden] = await running.query<{ sha256: string }>(
    `SELECT v.sha256 FROM data_version v JOIN data_table t ON t.id = v.table_id JOIN record r ON r.id = t.record_id WHERE r.identifier = 'secret'`,
  );
  texts = hostileTexts({ outside, hidden: path.join(running.config.tablesPath, hidden!.sha256) });
});
afterAll(() => running.close());

const TABLE = '/api/v1/datasets/open/tables/biao';
const GRAPHQL = `query ($where: String, $select: String, $groupBy: String, $orderBy: String, $q: String, $after: String) {
  dataset(identifier: "open") { table(name: "biao") { rows(where: $where, select: $select, groupBy: $groupBy, orderBy: $orderBy, q: $q, after: $after) { rows } } } }`;

/** What only the machine can have said, unless the caller has. */
const LEAKS = [
  ...['read_parquet(', 'read_csv(', 'file_row_number', '$p0', '$file', 'CAST(', 'SELECT ', 'COPY ('],
  ...['Binder Error', 'Parser Error', 'Conversion Error', 'Catalog Error', 'Invalid Input', 'Out of Range', 'a statement of ours'],
  ...[
    'node_modules',
    '    at ',
    '.ts:',
    '.js:',
    'ECONN',
    'QueryFailedError',
    'TypeError',
    'syntax error',
    '/proc/',
    'scratch/',
    '.parquet"',
  ],
];

interface Answer {
  status: number;
  text?: string;
  body: unknown;
  headers: Record<string, string>;
}

/** Why an answer is not one that a stranger may get; undefined when it is. */
function flawOf({ status, text: given, body, headers }: Answer, sent: string, isPage = false): string | undefined {
  const text = given ?? (Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body));
  const at = (flaw: string) => `${flaw}: ${status} to ${sent.slice(0, 300)}: ${text.slice(0, 600)}`;
  if (status < 200 || status >= 500 || (status >= 300 && status < 400)) return at('status');
  for (const word of [HIDDEN, OUTSIDE, 'root:']) if (text.includes(word)) return at(`it says ${word}`);
  for (const leak of [...LEAKS, running.config.dataPath, process.cwd()])
    if (text.includes(leak) && !sent.includes(leak) && !(isPage && leak === 'read_csv(')) return at(`it says ${leak}`);
  if (/<script>alert|<svg onload/.test(isPage ? text : '')) return at('markup');
  if (status < 400 || isPage) return undefined;
  const { detail } = body as { detail?: unknown };
  if (!headers['content-type']?.startsWith('application/problem+json')) return at('no problem');
  return typeof detail === 'string' && /\p{Script=Han}.*[。？！]|原因：/su.test(detail) ? undefined : at('no sentence');
}

/** Asks a few at a time; answers what is wrong with the answers. */
async function flawsOf(asks: readonly (() => Promise<string | undefined>)[]): Promise<string[]> {
  const flaws: string[] = [];
  let next = 0;
  const worker = async () => {
    while (next < asks.length) {
      const flaw = await asks[next++]!();
      if (flaw !== undefined) flaws.push(flaw);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return flaws;
}

const get =
  (url: string, query: Record<string, string>, isPage = false) =>
  async () =>
    flawOf(
      await api(running).get(url).query(query),
      `${url} ${JSON.stringify(query)} ${Object.values(query).join(' ')} ${readable(url)}`,
      isPage,
    );

const graphql = (variables: object, sent: string) => async () => {
  const answer = await api(running).post('/graphql').send({ query: GRAPHQL, variables });
  const { errors } = answer.body as { errors?: { message: string; extensions?: { code?: string } }[] };
  const code = errors?.[0]?.extensions?.code;
  const flaw = flawOf({ ...answer, status: errors ? Math.min(answer.status, 299) : answer.status }, sent);
  return flaw ?? (code === 'INTERNAL' || code === 'INTERNAL_SERVER_ERROR' ? `${code} to ${sent.slice(0, 300)}` : undefined);
};

const readable = (url: string) => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** Some of a list, in turn, so that every text meets some of it and all of it meets many texts. Pure. */
const inTurn = <T>(all: readonly T[], index: number, count: number): T[] =>
  Array.from({ length: count }, (_, at) => all[(index * count + at) % all.length]!);

/** The same text in each place of an expression where a text can stand. */
const PLACES: ((text: string) => string)[] = [
  (text) => text,
  (text) => `区县 = '${text}'`,
  (text) => `区县 = '${text.replaceAll("'", "''")}'`,
  (text) => `序号 = ${text}`,
  (text) => `"${text}" = 1`,
  (text) => `区县 contains '${text.replaceAll("'", "''")}' or 序号 in (${text})`,
];

describe('expressions', () => {
  it('never reach beyond the table, by REST', async () => {
    const { body } = await api(running).get(`${TABLE}/rows`).expect(200);
    const known = new Set((body as { rows: object[] }).rows.map((row) => JSON.stringify(row)));
    const expressions = texts
      .flatMap((text) => PLACES.map((place) => place(text)))
      .filter((text) => encodeURIComponent(text).length < 12_000);
    expect(expressions.length).toBeGreaterThan(200);
    const ask = (where: string) => async () => {
      const answer = await api(running).get(`${TABLE}/rows`).query({ where });
      const flaw = flawOf(answer, where);
      const strange = ((answer.body as { rows?: object[] }).rows ?? []).find((row) => !known.has(JSON.stringify(row)));
      return flaw ?? (strange && `${JSON.stringify(strange)} for ${where}`);
    };
    expect(await flawsOf(expressions.map(ask))).toEqual([]);
  });

  it('nor by GraphQL, in any argument', async () => {
    const names = ['where', 'select', 'groupBy', 'orderBy', 'q', 'after'];
    expect(await flawsOf(texts.flatMap((text, i) => inTurn(names, i, 3).map((name) => graphql({ [name]: text }, text))))).toEqual([]);
  });
});

describe('every other parameter', () => {
  const short = () => texts.filter((text) => encodeURIComponent(text).length < 12_000);

  it.each([
    'select',
    'groupBy',
    'orderBy',
    'q',
    'cursor',
    'version',
    'limit',
    'count',
    '区县__eq',
    '序号__in',
    '时间__eq',
    '日期__between',
    '经度__near',
  ])('of rows: %s', async (name) => {
    expect(
      await flawsOf(
        short()
          .filter((_, i) => i % 2 === name.length % 2)
          .map((text) => get(`${TABLE}/rows`, { [name]: text })),
      ),
    ).toEqual([]);
  });

  it('names of parameters and of things', async () => {
    const asks = short().flatMap((text, i) => {
      const part = encodeURIComponent(text)
        .slice(0, 2_000)
        .replace(/%[^%]{0,1}$/, '');
      const all = [
        get(`${TABLE}/rows`, { [text]: '1' }),
        get(`${TABLE}/rows`, { [`${text}__eq`]: '1' }),
        get(`${TABLE}/rows`, { [`区县__${text}`]: '1' }),
        get(`${TABLE}/rows`, { where: `序号 > 0`, [`where[${text}]`]: '1' }),
        ...(isWellFormed(part) ? [get(`${TABLE}/exports/${part}`, {}), get(`/api/v1/datasets/open/tables/${part}/rows`, {})] : []),
      ];
      return inTurn(all, i, 2);
    });
    expect(await flawsOf(asks)).toEqual([]);
  });

  it('of exports', async () => {
    const names = ['where', 'select', 'groupBy', 'orderBy', 'q', 'names', 'formulas', 'bom', 'version', '区县__eq'];
    const asks = short().flatMap((text, i) =>
      inTurn(names, i, 3).map((name, j) => get(`${TABLE}/exports/${FORMATS[(i + j) % 6]!}`, { [name]: text })),
    );
    expect(await flawsOf(asks)).toEqual([]);
  });

  it('of charts and pages', async () => {
    const usual = { kind: 'bar', x: '区县', y: '金额', aggregate: 'sum' };
    const page = '/datasets/open/tables/biao';
    const asks = short().flatMap((text, i) => [
      ...inTurn(['kind', 'x', 'y', 'aggregate', 'group', 'width', 'height'], i, 2).map((name) =>
        get(`${page}/chart${i % 2 ? '.svg' : ''}`, { ...usual, [name]: text }, true),
      ),
      ...inTurn(['where', 'q', 'orderBy', 'cursor'], i, 1).map((name) => get(page, { [name]: text }, true)),
    ]);
    expect(await flawsOf(asks)).toEqual([]);
  });

  it('of descriptions and changes', async () => {
    const asks = short().flatMap((text) => [
      ...['openapi.json', 'datapackage.json', 'csv-metadata.json', ''].map((name) => get(`${TABLE}/${name}`, { version: text })),
      get(`${TABLE}/versions`, { version: text }),
      ...['since', 'cursor', 'limit', 'kind', 'department'].map((name) => get('/api/v1/changes', { [name]: text })),
    ]);
    expect(await flawsOf(asks)).toEqual([]);
  });

  it('bytes that are no text', async () => {
    const asks = ['%00', '%ff%fe', '%c0%a7', '%ed%a0%80', '%E5%8C', '%', '%zz', 'a%00b', '%0d%0aX-Evil:1'].flatMap((raw) => [
      ...['where', 'select', 'q', 'cursor', 'version', '区县__eq'].map((name) =>
        get(`${TABLE}/rows?${encodeURIComponent(name)}=${raw}`, {}),
      ),
      get(`${TABLE}/exports/${raw}`, {}),
      get(`/api/v1/datasets/open/tables/${raw}/rows`, {}),
      get(`/api/v1/datasets/${raw}/tables`, {}),
      get(`/api/v1/changes?cursor=${raw}`, {}),
    ]);
    expect(await flawsOf(asks)).toEqual([]);
    const variables = ['where', 'select', 'groupBy', 'orderBy', 'q', 'after'].flatMap((name) =>
      ['\0', "区县 = 'a\0b'", '\ud800', "区县 = '\udfff'", '"\ud800" = 1'].map((text) => graphql({ [name]: text }, text)),
    );
    expect(await flawsOf(variables)).toEqual([]);
  });

  it('a cursor that somebody made', async () => {
    const { headers } = await api(running).get(`${TABLE}/exports/parquet`).query({ names: 'key' });
    const sha256 = Buffer.from(/:(.*):/.exec(headers['repr-digest'] as string)![1]!, 'base64').toString('hex');
    const scope = (by: unknown[], groupBy: string[] = [], select: unknown[] = []) =>
      JSON.stringify([sha256, null, [], groupBy, by, select]);
    const positions = [
      'x',
      '1',
      'null',
      '{}',
      '[]',
      '[[]]',
      '["x","x"]',
      '["x",1]',
      '[1e999,1]',
      '[{"a":1},1]',
      '["2023-05-08","1) OR 1=1"]',
      '[1,2,3]',
      `["${"'".repeat(9)}",-1]`,
    ];
    const orders: [string, string][] = [
      ['日期', 'ri_qi'],
      ['时间', 'shi_jian'],
      ['时刻', 'shi_ke'],
      ['金额', 'jin_e'],
      ['序号', 'xu_hao'],
      ['是否', 'shi_fou'],
      ['区县', 'qu_xian'],
    ];
    const { body } = await api(running).get(`${TABLE}/rows`).query({ orderBy: '日期', limit: '1' });
    const honest = (body as { nextCursor: string }).nextCursor;
    expect(encodeCursor('["2023-01-15",0]', scope([['ri_qi', false]]))).toBe(honest);
    const asks = positions.flatMap((position) => [
      get(`${TABLE}/rows`, { cursor: encodeCursor(position, scope([])) }),
      ...orders.map(([orderBy, by]) => get(`${TABLE}/rows`, { orderBy, cursor: encodeCursor(position, scope([[by, false]])) })),
    ]);
    for (const place of ['x', '-1', '1e9', '9'.repeat(40), '1; SELECT 1'])
      asks.push(get('/api/v1/changes', { cursor: encodeCursor(place, 'changes\n\n') }));
    const grouped = { groupBy: '区县', select: 'count()' };
    const first = await api(running)
      .get(`${TABLE}/rows`)
      .query({ ...grouped, limit: '1' });
    const selects = [
      { name: '区县', column: await columnOf('qu_xian') },
      { name: 'count', aggregate: 'count' },
    ];
    const groupedScope = scope([], ['qu_xian'], selects);
    expect(encodeCursor('[1]', groupedScope)).toBe((first.body as { nextCursor: string }).nextCursor);
    asks.push(
      ...[...positions, '["1; SELECT 1"]', '[-1]', '[1e300]'].map((position) =>
        get(`${TABLE}/rows`, { ...grouped, cursor: encodeCursor(position, groupedScope) }),
      ),
    );
    expect(await flawsOf(asks)).toEqual([]);
  });
});

const FORMATS = ['csv', 'json', 'ndjson', 'parquet', 'xlsx', 'geojson'];

const columnOf = async (name: string) => {
  const [version] = await running.query<{ schema: { columns: { key: string }[] } }>(
    `SELECT v.schema FROM data_version v JOIN data_table t ON t.id = v.table_id WHERE t.name = 'biao'`,
  );
  return version!.schema.columns.find((column) => column.key === name)!;
};

function isWellFormed(part: string): boolean {
  try {
    return decodeURIComponent(part) !== '' && !/^\.{1,2}$/.test(part);
  } catch {
    return false;
  }
}

const download = async (table: string, format: string, query: Record<string, string> = {}) => {
  const answer = await api(running)
    .get(`/api/v1/datasets/open/tables/${table}/exports/${format}`)
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return { status: answer.status, body: answer.body as Buffer };
};

describe('exports', () => {
  const CALCULATES = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

  it.each(['csv', 'json', 'ndjson'])('neutralise formulas when asked: %s', async (format) => {
    for (const more of [{}, { where: '编号 is not null' }] as Record<string, string>[]) {
      const { status, body } = await download('shi', format, { formulas: 'neutralize', bom: 'false', ...more });
      expect(status).toBe(200);
      const text = body.toString();
      if (format === 'csv') {
        const cells = [...text.matchAll(/^甲\d+,(?:"((?:[^"]|"")*)"|([^\n]*))$/gm)].map(([, inner, bare]) => inner ?? bare!);
        expect(cells).toHaveLength(FORMULAS.length);
        expect(cells.filter((cell) => CALCULATES.test(cell))).toEqual([]);
      } else {
        const rows = (
          format === 'json'
            ? JSON.parse(text)
            : text
                .trimEnd()
                .split('\n')
                .map((line) => JSON.parse(line) as object)
        ) as { 内容: string }[];
        expect(rows).toHaveLength(FORMULAS.length);
        expect(rows.filter(({ 内容 }) => CALCULATES.test(内容))).toEqual([]);
      }
    }
  });

  it('neutralise headers too', async () => {
    const { body } = await download('guai', 'csv', { formulas: 'neutralize', bom: 'false' });
    expect(body.toString()).toMatch(/^'=HYPERLINK\(1\),/);
  });

  it('have no formula in a workbook, ever', async () => {
    for (const table of ['shi', 'guai']) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await download(table, 'xlsx')).body as unknown as ArrayBuffer);
      book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => expect(cell.type).toBe(ExcelJS.ValueType.String)));
    }
  });

  it.each(FORMATS.slice(0, 5))('keep columns apart whatever they are called: %s', async (format) => {
    for (const query of [
      {},
      { names: 'key' },
      { where: '"a" is not null' },
      { select: 'count() as a, count("a") as A, max("A") as ""' },
    ] as Record<string, string>[]) {
      const { status, body } = await download('guai', format, query);
      expect([200, 400], `${JSON.stringify(query)}: ${body.toString().slice(0, 300)}`).toContain(status);
    }
    if (format !== 'ndjson') return;
    const [row] = (await download('guai', format)).body.toString().split('\n');
    expect(Object.entries(JSON.parse(row!) as object).map(([, value]) => value as unknown)).toEqual(ODD.map((_, j) => `甲1${j}`));
    const twins = (await download('guai', format, { select: 'a as x, A_2 as X' })).body.toString().split('\n')[0]!;
    expect(Object.values(JSON.parse(twins) as object)).toEqual(['甲11', '甲12']);
  });
});

it('sums that are too large are refused with a sentence', async () => {
  const url = '/api/v1/datasets/open/tables/da/rows';
  const asks = ['sum', 'avg', 'median', 'min', 'distinct'].map((name) => get(url, { select: `${name}(大数)` }));
  expect(await flawsOf([...asks, get(url, { where: '大数 > 1' }), get(url, { where: `大数 = ${'9'.repeat(28)}.5` })])).toEqual([]);
});

describe('what is pushed', () => {
  const send = (method: 'put' | 'post', where: string, body: unknown) => async () =>
    flawOf(
      await api(running)
        [method](where)
        .set('Authorization', `Bearer ${key}`)
        .send(body as object),
      `${where} ${JSON.stringify(body)?.slice(0, 4_000)}`,
    );
  const url = '/api/v1/datasets/open/tables/tui_song';
  const COLUMNS = [
    { name: '文', type: 'string' },
    { name: '数', type: 'number' },
    { name: '定', type: 'number', scale: 9 },
    { name: '整', type: 'integer' },
    { name: '日', type: 'date' },
    { name: '时', type: 'datetime' },
    { name: '刻', type: 'time' },
    { name: '是', type: 'boolean' },
  ];

  it('defines or changes a table, or is refused', async () => {
    const definitions = texts.flatMap((text, i) =>
      inTurn(
        [
          { title: text, columns: [{ name: '甲', type: 'string' }] },
          { title: '甲', columns: [{ name: text, type: 'string' }] },
          { title: '甲', columns: [{ name: '甲', type: text }] },
          { title: '甲', columns: [{ name: '甲', type: 'string', unit: text.slice(0, 20), description: text }] },
          { title: '甲', columns: [{ name: '甲', type: 'string' }], key: [text] },
        ],
        i,
        2,
      ),
    );
    expect(await flawsOf(definitions.map((body, i) => send('put', `/api/v1/datasets/open/tables/t${i % 7}`, body)))).toEqual([]);
    const names = texts.filter((text, i) => i % 4 === 0 && text.length < 300 && isWellFormed(encodeURIComponent(text)));
    const body = { title: '甲', columns: [{ name: '甲', type: 'string' }] };
    expect(await flawsOf(names.map((name) => send('put', `/api/v1/datasets/open/tables/${encodeURIComponent(name)}`, body)))).toEqual([]);
  });

  it('writes rows or is refused', async () => {
    expect(await send('put', url, { title: '推', columns: COLUMNS, key: ['文'] })()).toBeUndefined();
    const bodies = texts.flatMap((text, i) =>
      inTurn(
        [
          { mode: 'upsert', rows: [{ 文: text }] },
          { mode: 'upsert', rows: [{ 文: `${i}`, [COLUMNS[1 + (i % 7)]!.name]: text }] },
          { mode: 'upsert', rows: [{ 文: 'a', [text]: 1 }] },
          { mode: text, rows: [{ 文: 'a' }] },
          { mode: 'upsert', rows: [text] },
          { mode: 'upsert', rows: text, reason: text },
        ],
        i,
        2,
      ),
    );
    expect(await flawsOf(bodies.map((body) => send('post', `${url}/rows`, body)))).toEqual([]);
    const odd = [
      1e308,
      -1e308,
      5e-324,
      1e21,
      2 ** 53,
      -0,
      0.1,
      '1e308',
      '9'.repeat(28),
      '0'.repeat(100),
      true,
      null,
      [],
      {},
      [[]],
      '9999-12-31',
      '0000-01-01',
      '\ud800',
      'a\0b',
    ];
    const values = odd.flatMap((value, i) => COLUMNS.map(({ name }) => ({ mode: 'upsert', rows: [{ 文: `v${i}`, [name]: value }] })));
    expect(await flawsOf(values.map((body) => send('post', `${url}/rows`, body)))).toEqual([]);
    const questions = COLUMNS.flatMap(({ name }) => [
      { orderBy: name, limit: '1' },
      ...['sum', 'avg', 'min', 'max', 'median', 'distinct'].map((aggregate) => ({ select: `${aggregate}(${name})` })),
    ]);
    expect(await flawsOf(questions.map((query) => get(`${url}/rows`, query)))).toEqual([]);
  });

  it('may have columns of any name', async () => {
    const named = ['line', 'part', 'place', 'file_row_number', 'rowid', 's', 'o', 'p0', 'file', '@line'];
    const own = '/api/v1/datasets/open/tables/named';
    const asked = async (method: 'put' | 'post', where: string, body: object) =>
      (await api(running)[method](where).set('Authorization', `Bearer ${key}`).send(body).expect(200)).body as object;
    await asked('put', own, { title: '名', columns: named.map((name) => ({ name, type: 'string' })), key: ['line'] });
    const row = (value: string) => Object.fromEntries(named.map((name) => [name, value]));
    for (const mode of ['append', 'upsert']) await asked('post', `${own}/rows`, { mode, rows: [row(mode), row(`${mode}2`)] });
    await asked('post', `${own}/rows`, { mode: 'delete', rows: [{ line: 'append' }] });
    const { body } = await api(running).get(`${own}/rows`).query({ orderBy: 'file_row_number' }).expect(200);
    expect((body as { rows: object[] }).rows).toEqual(['append2', 'upsert', 'upsert2'].map(row));
  });

  it('is read in a moment, however long or wide it is', async () => {
    const long = `${'T'.repeat(400_000)}x`;
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`没有的列${i}`, 1]));
    const bodies = [
      { mode: 'upsert', rows: [{ 文: 'a', 时: long }] },
      { mode: 'upsert', rows: [{ 文: 'a', 日: long, 刻: long, 定: '1'.repeat(400_000), 整: '0'.repeat(400_000) }] },
      { mode: 'upsert', rows: [{ 文: 'a', ...wide }] },
      { mode: 'upsert', rows: Array.from({ length: 10_000 }, () => ({ x: 1 })) },
      ...['', '[', '{"mode":"upsert","rows":[', '['.repeat(50_000), `{"rows":${'[1,'.repeat(20_000)}`],
    ];
    expect(await flawsOf(bodies.map((body) => send('post', `${url}/rows`, body)))).toEqual([]);
  });
});
