import { describe, expect, it } from 'vitest';
import { AppError } from '../../../kernel/app-error.js';
import { instantOf } from './instant-of.js';
import { searchQuestion } from './search-question.js';
import { sortOf } from './sort-of.js';

const now = new Date('2026-03-05T10:20:30.456Z');
const licence = { code: 'cc-by-4.0', label: '署名 4.0', aliases: ['CC BY'] };
const terms = {
  resolve: (table: string, text: string) =>
    table === 'openness' && text === '无条件开放'
      ? { code: 'unconditional', label: text }
      : table === 'format' && text.toLowerCase() === 'csv'
        ? { code: 'csv', label: 'CSV' }
        : table === 'licence' && text === 'cc-by-4.0'
          ? licence
          : undefined,
  item: (table: string, code: string) => (table === 'licence' && code === licence.code ? licence : undefined),
};
const ask = (q: string, ...fq: string[]) => searchQuestion(q, fq, { terms, now });

describe('words', () => {
  it.each([
    ['', ''],
    ['*', ''],
    ['*:*', ''],
    ['公积金 贷款', '公积金 贷款'],
    ['"住房公积金" -贷款', '"住房公积金" -贷款'],
    ['"没有结束', '"没有结束'],
    ['a AND (b', 'a AND (b'],
    ['国发〔2016〕51号: 通知', '国发〔2016〕51号: 通知'],
    ['http://example.gov.cn/a?b', 'http://example.gov.cn/a?b'],
    [')))(((', ')))((('],
  ])('%j are words alone', (q, words) => {
    expect(ask(q)).toEqual({ words });
  });

  it('stand beside fields', () => {
    expect(ask('公积金 organization:gjj -贷款 "逐笔"')).toEqual({
      words: '公积金 -贷款 "逐笔"',
      where: { field: 'department', is: ['gjj'] },
    });
    expect(ask('', '公积金 AND type:dataset')).toEqual({ words: '公积金', where: { field: 'kind', is: ['dataset'] } });
  });
});

describe('conditions', () => {
  it.each([
    ['organization:gjj', { field: 'department', is: ['gjj'] }],
    ['owner_org:"_e5_b1_80"', { field: 'department', is: ['_e5_b1_80', '局'] }],
    ['name:_4c_43', { field: 'identifier', is: ['_4c_43', 'LC'] }],
    ['res_format:CSV', { field: 'format', is: ['csv'] }],
    ['license_id:cc-by-4.0', { field: 'license', is: ['cc-by-4.0', '署名 4.0', 'CC BY'] }],
    ['extras_openness:无条件开放', { field: 'openness', is: ['unconditional'] }],
    ['tags:公积金*', { field: 'keyword', startsWith: '公积金' }],
    ['tags:*', { field: 'keyword', exists: true }],
    ['tags:[* TO *]', { field: 'keyword', exists: true }],
    ['title:住房', { field: 'title', startsWith: '住房' }],
    ['title:"住房"^2', { field: 'title', is: ['住房'] }],
    ['-type:document', { not: { field: 'kind', is: ['document'] } }],
    ['NOT type:document', { not: { field: 'kind', is: ['document'] } }],
    ['!type:document', { not: { field: 'kind', is: ['document'] } }],
    [
      '+type:document +year:2024',
      {
        all: [
          { field: 'kind', is: ['document'] },
          { field: 'year', is: ['2024'] },
        ],
      },
    ],
    ['name:(a OR b OR "c d")', { any: [{ field: 'identifier', is: ['a', 'b', 'c d'] }] }],
    ['tags:(a AND -b)', { all: [{ field: 'keyword', is: ['a'] }, { not: { field: 'keyword', is: ['b'] } }] }],
    [
      'tags:a OR year:2024 AND type:dataset',
      {
        any: [
          { field: 'keyword', is: ['a'] },
          {
            all: [
              { field: 'year', is: ['2024'] },
              { field: 'kind', is: ['dataset'] },
            ],
          },
        ],
      },
    ],
    ['tags:a\\:b', { field: 'keyword', is: ['a:b'] }],
    ['(tags:a || tags:b) && year:2024', { all: [{ any: [{ field: 'keyword', is: ['a', 'b'] }] }, { field: 'year', is: ['2024'] }] }],
    ['state:deleted', { any: [] }],
    ['metadata_modified:[2024-01-01T00:00:00Z TO *]', { field: 'updatedAt', from: '2024-01-01T00:00:00.000Z', to: undefined }],
    [
      'metadata_modified:[2024-01-01T00:00:00.123456Z TO NOW]',
      {
        field: 'updatedAt',
        from: '2024-01-01T00:00:00.123Z',
        to: '2026-03-05T10:20:30.456Z',
      },
    ],
    [
      'metadata_created:{2024-01-01 TO 2024-02-01}',
      {
        field: 'createdAt',
        from: '2024-01-01T00:00:00.001Z',
        to: '2024-01-31T23:59:59.999Z',
      },
    ],
    ['metadata_created:[NOW/DAY-7DAYS TO *}', { field: 'createdAt', from: '2026-02-26T00:00:00.000Z', to: undefined }],
    ['issued:[2024 TO 2024-03-01}', { field: 'publishedOn', from: '2024-01-01', to: '2024-02-29' }],
  ] as const)('%s', (fq, where) => {
    expect(ask('', fq)).toEqual({ words: '', where });
    expect(ask(fq)).toEqual({ words: '', where });
  });

  it('that always hold are left out, and several are held together', () => {
    expect(ask('*:*', 'state:active', '*:*', 'capacity:public')).toEqual({ words: '' });
    expect(ask('', 'year:2024', 'type:dataset').where).toEqual({
      all: [
        { field: 'year', is: ['2024'] },
        { field: 'kind', is: ['dataset'] },
      ],
    });
  });
});

describe('what is refused', () => {
  const deep = (open: string, close: string, times: number) => open.repeat(times) + 'year:2024' + close.repeat(times);
  it.each([
    ['{!lucene}year:2024'],
    ['{!join from=a to=b}x'],
    ['_query_:"{!dismax}x"'],
    ['year:2024 _val_:"sum(1,2)"'],
    ['password:secret'],
    ['tags:"open'],
    ['tags:(a OR b'],
    ['tags:a)'],
    ['tags:'],
    ['tags:a OR'],
    ['OR tags:a'],
    ['tags:a AND AND tags:b'],
    ['tags:[a TO b]'],
    ['metadata_modified:[x TO *]'],
    ['metadata_modified:[2024 TO'],
    ['metadata_modified:[2024-01-01]'],
    ['metadata_modified:2024*'],
    ['metadata_modified:[NOW-1CENTURY TO *]'],
    ['metadata_modified:[NOW-999999YEARS-999999YEARS TO *]'],
    ['tags:a*b'],
    ['tags:?'],
    ['tags:(title:a)'],
    ['tags:a OR 公积金'],
    ['NOT (公积金 tags:a)'],
    [deep('(', ')', 500)],
    [deep('-', '', 5_000)],
    [deep('NOT ', '', 4_000)],
    [deep('(', '', 19_000)],
    [`year:2024 ${' '.repeat(20_000)}`],
    [`metadata_modified:[${' '.repeat(19_000)}x`],
  ])('case %#', (fq) => {
    expect(() => ask('', fq)).toThrow(AppError);
  });

  it('does not take long over what is large', () => {
    const many = `name:(${Array.from({ length: 1_500 }, (_, index) => `n${index}`).join(' OR ')})`;
    expect((ask('', many).where as unknown as { any: [{ is: string[] }] }).any[0].is).toHaveLength(1_500);
    for (const text of [
      '\\'.repeat(19_999),
      `${'""'.repeat(9_000)}"`,
      'a:'.repeat(9_000),
      '+-!'.repeat(6_000),
      '[' + 'a '.repeat(9_000) + ']',
    ])
      expect(() => ask('', text)).toThrow(AppError);
  });
});

describe('orders', () => {
  it.each([
    [undefined, true, 'relevance'],
    [undefined, false, { by: 'updatedAt', descending: true }],
    ['id asc', false, { by: 'createdAt', descending: false }],
    ['score desc', false, { by: 'updatedAt', descending: true }],
    ['score desc, title_string asc', false, { by: 'title', descending: false }],
    ['score desc, name asc', true, 'relevance'],
    ['metadata_created DESC', true, { by: 'createdAt', descending: true }],
    ['name', true, { by: 'identifier', descending: false }],
  ])('%j with words %j', (sort, words, order) => {
    expect(sortOf(sort, words)).toEqual(order);
  });

  it.each(['nothing asc', 'id down', 'id asc desc', '{!func}x desc', 'id,'.repeat(20), 'constructor asc', 'id asc,,'])(
    'refuses %s',
    (sort) => {
      expect(() => sortOf(sort, true)).toThrow(AppError);
    },
  );
});

it.each([
  ['2024', '2024-01-01T00:00:00.000Z'],
  ['2024-05-01T08:00:00', '2024-05-01T08:00:00.000Z'],
  ['2024-05-01T08:00:00+08:00', '2024-05-01T00:00:00.000Z'],
  ['NOW-1MONTH/MONTH', '2026-02-01T00:00:00.000Z'],
  ['NOW/YEAR+2HOURS', '2026-01-01T02:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(new Date(instantOf(text, now)!).toISOString()).toBe(instant);
});

it.each(['', 'now', '2024-13', 'NOW-DAY', 'NOW//DAY', '20240501', 'NOW+1'])('%j is no instant', (text) => {
  expect(instantOf(text, now)).toBeUndefined();
});
