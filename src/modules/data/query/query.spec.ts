import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../kernel/app-error.js';
import { checkQuery } from './check-query.js';
import { parseParameters, type QueryParameters } from './query-parameters.js';
import { QueryBench, type Row, rowsOf, SCHEMA } from './query.fixture.js';

const ROWS = rowsOf(120);
let bench: QueryBench;
beforeAll(async () => {
  bench = await QueryBench.of(ROWS);
});
afterAll(() => bench.close());

const where = async (text: string) => (await bench.all({ where: text, select: '序号' })).rows.length;
const count = (holds: (row: Row) => boolean) => ROWS.filter(holds).length;
const failure = (parameters: QueryParameters): AppError => {
  try {
    checkQuery(parseParameters(parameters, SCHEMA.columns), SCHEMA);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`nothing wrong with ${JSON.stringify(parameters).slice(0, 200)}`);
};

describe('conditions', () => {
  const num = (row: Row, key: string) => row[key] as number | null;
  const over = (row: Row, key: string, value: number) => num(row, key) !== null && num(row, key)! > value;
  const cases: [text: string, holds: (row: Row) => boolean][] = [
    ['序号 = 3', (row) => row.xu_hao === 3],
    ['xu_hao == 3', (row) => row.xu_hao === 3],
    ['序号＝3', (row) => row.xu_hao === 3],
    ['序号 > 2.5', (row) => over(row, 'xu_hao', 2.5)],
    ['序号 <= -1', (row) => row.xu_hao !== null && (row.xu_hao as number) <= -1],
    ['贷款金额（万元） > 500', (row) => over(row, 'jin_e', 500)],
    ['贷款金额（万元）>500 and 区县 = ‘海陵区’', (row) => over(row, 'jin_e', 500) && row.qu_xian === '海陵区'],
    ['贷款金额（万元） > 500.005', (row) => over(row, 'jin_e', 500.005)],
    [
      "(区县 = '海陵区' or 区县 = '高港区') and not 序号 > 3",
      (row) => ['海陵区', '高港区'].includes(row.qu_xian as string) && !over(row, 'xu_hao', 3),
    ],
    ["区县 属于 ('海陵区'、'高港区')", (row) => ['海陵区', '高港区'].includes(row.qu_xian as string)],
    ['区县包含“陵”且序号大于'.replace('序号大于', '序号>1'), (row) => row.qu_xian === '海陵区' && over(row, 'xu_hao', 1)],
    ["区县 not in ('海陵区')", (row) => row.qu_xian !== '海陵区'],
    ["区县 != '海陵区'", (row) => row.qu_xian !== null && row.qu_xian !== '海陵区'],
    ['区县 is null', (row) => row.qu_xian === null],
    ['区县 is not null', (row) => row.qu_xian !== null],
    ['区县 为空 或 区县 不为空', () => true],
    ["区县 = 'O''Brien'", (row) => row.qu_xian === "O'Brien"],
    ["区县 contains '%'", (row) => row.qu_xian === '100%_\\'],
    ["区县 contains '_\\'", (row) => row.qu_xian === '100%_\\'],
    ["区县 startsWith 'o''b'", (row) => row.qu_xian === "O'Brien"],
    [`"备注, ""说明""" contains 'DEF'`, (row) => String(row.bei_zhu).includes('def')],
    [`bei_zhu contains '"双"'`, (row) => String(row.bei_zhu).includes('"双"')],
    [
      "受理日期 between '2023-02-01' and '2023-04-30'",
      (row) => row.ri_qi !== null && row.ri_qi! >= '2023-02-01' && row.ri_qi! <= '2023-04-30',
    ],
    ['受理日期 >= 2023年5月1日'.replace('2023年5月1日', "'2023年5月1日'"), (row) => row.ri_qi !== null && row.ri_qi! >= '2023-05-01'],
    ['受理日期 < 2023-05-01', (row) => row.ri_qi !== null && row.ri_qi! < '2023-05-01'],
    ['更新时间 >= 2023-05-08T03:30', (row) => row.shi_jian !== null && row.shi_jian! >= '2023-05-08T03:30:00'],
    ['是否首套 = 是', (row) => row.shi_fou === true],
    ['是否首套 = false', (row) => row.shi_fou === false],
    ['not (是否首套 = true)', (row) => row.shi_fou !== true],
    ['select > 6', (row) => over(row, 'select_1', 6)],
    ['near(119.5, 32.5, 20000)', (row) => metres(119.5, 32.5, row) <= 20000],
    ['NEAR（119.5，32.5，5000） AND 序号 >0', (row) => metres(119.5, 32.5, row) <= 5000 && over(row, 'xu_hao', 0)],
  ];

  it.each(cases)('%s', async (text, holds) => {
    expect(await where(text)).toBe(count(holds));
  });

  it.each<[string, string, (row: Row) => boolean]>([
    ['区县__eq', '海陵区', (row) => row.qu_xian === '海陵区'],
    ['区县__in', '海陵区, 高港区', (row) => ['海陵区', '高港区'].includes(row.qu_xian as string)],
    ['区县__notIn', '海陵区', (row) => row.qu_xian !== '海陵区'],
    ['区县__isNull', 'false', (row) => row.qu_xian !== null],
    ['jin_e__between', '100,200', (row) => row.jin_e !== null && (row.jin_e as number) >= 100 && (row.jin_e as number) <= 200],
    ['备注, "说明"__contains', '公积金', (row) => String(row.bei_zhu).includes('公积金')],
    ['任意__near', '119.5,32.5,20000', (row) => metres(119.5, 32.5, row) <= 20000],
  ])('%s=%s', async (name, value, holds) => {
    expect((await bench.all({ filters: [[name, value]] })).rows.length).toBe(count(holds));
  });

  it('finds words in any text column, all of them', async () => {
    const found = await bench.all({ q: '公积金 海陵' });
    expect(found.rows.length).toBe(count((row) => String(row.bei_zhu).includes('公积金') && row.qu_xian === '海陵区'));
  });
});

describe('groups', () => {
  it('counts, sums and orders, with names of its own', async () => {
    const { names, rows } = await bench.all({
      select: '区县, count() as 笔数, sum(贷款金额（万元）), avg(jin_e), min(受理日期), distinct(序号), median(select)',
      groupBy: '区县',
      orderBy: '笔数 desc',
    });
    expect(names).toEqual([
      '区县',
      '笔数',
      'sum_贷款金额（万元）',
      'avg_贷款金额（万元）',
      'min_受理日期',
      'distinct_序号',
      'median_select',
    ]);
    const first = rows[0]!;
    const own = ROWS.filter((row) => row.qu_xian === first[0]);
    expect(first[1]).toBe(own.length);
    expect(first[2]).toBeCloseTo(
      own.reduce((sum, row) => sum + ((row.jin_e as number | null) ?? 0), 0),
      6,
    );
    expect(rows.map((row) => row[1])).toEqual(rows.map((row) => row[1] as number).toSorted((a, b) => b - a));
    expect((await bench.all({ groupBy: '区县' })).names).toEqual(['区县', 'count']);
    expect((await bench.all({ groupBy: `"备注, ""说明"""` })).names).toEqual(['备注, "说明"', 'count']);
    expect((await bench.all({ select: 'count()', where: '序号 > 100' })).rows).toEqual([[0]]);
  });
});

describe('pages', () => {
  const orders = [
    '',
    '序号',
    '-序号',
    '区县 desc, 序号',
    'jin_e',
    '受理日期 desc',
    'shi_jian, shi_fou desc',
    '"备注, ""说明"""',
    'select desc',
    'jing_du',
  ];
  it.each(orders)('have every row once and in order: %s', async (orderBy) => {
    const whole = await bench.all({ orderBy, select: '' });
    for (const limit of [1, 7, 50]) {
      const paged = await bench.all({ orderBy }, limit);
      expect(paged.rows).toEqual(whole.rows);
      expect(paged.pages).toBeGreaterThanOrEqual(Math.ceil(ROWS.length / limit));
    }
    expect(whole.rows.length).toBe(ROWS.length);
  });

  it('the same of groups', async () => {
    const whole = await bench.all({ groupBy: '区县, 是否首套', orderBy: 'count desc' });
    expect((await bench.all({ groupBy: '区县, 是否首套', orderBy: 'count desc' }, 2)).rows).toEqual(whole.rows);
  });
});

describe('what makes no sense is told with its place', () => {
  it.each<[QueryParameters, RegExp]>([
    [{ where: '贷款金 > 1' }, /第 1 个字符处（▸贷款金 > 1）：没有名为“贷款金”的列/],
    [{ where: '区县 = 海陵区' }, /第 6 个字符处.*文本要加引号：'海陵区'/],
    [{ where: "区县 = '海陵区' annd 序号 = 1" }, /第 12 个字符处（区县 = '海陵区' ▸annd 序号 = 1）：这里应当结束，或用 and、or/],
    [{ where: '(序号 = 1' }, /右括号“\)”，表达式却到此为止/],
    [{ where: '序号 = ' }, /这里应当是一个值，表达式却到此为止/],
    [{ where: '序号 ~ 1' }, /不认识的符号“~”/],
    [{ where: "序号 = '一'" }, /“序号”的值应是整数或小数/],
    [{ where: "受理日期 = '2023-02-30'" }, /“受理日期”的值应是日期/],
    [{ where: '序号 contains 1' }, /“序号”是整数，不能用 contains/],
    [{ where: '是否首套 > 1' }, /不能比大小/],
    [{ where: "区县 = '海陵" }, /引号没有成对/],
    [{ where: 'near(200, 1, 1)' }, /经度应在/],
    [{ where: 'near(1, 2)' }, /near 需要三个数/],
    [{ where: '('.repeat(50) + '序号 = 1' + ')'.repeat(50) }, /最多 20 层/],
    [{ where: Array.from({ length: 201 }, () => '序号=1').join(' or ') }, /条件超过 200 个/],
    [{ where: `序号 in (${Array.from({ length: 600 }, () => '1').join(',')})` }, /最多 500 个值/],
    [{ where: 'x'.repeat(5000) }, /最多 4000 个/],
    [{ select: 'sum(区县)' }, /不能算 sum/],
    [{ select: '区县, count()' }, /既没有汇总，也不在 groupBy 中/],
    [{ select: '区县县' }, /是否指“区县”/],
    [{ select: '区县,,序号' }, /逗号之间没有列名/],
    [{ groupBy: '区县', orderBy: '序号' }, /分组后只能按结果中的列排序：区县、count/],
    [{ orderBy: '序' }, /没有名为“序”的列/],
    [{ filters: [['区县__eqq', 'x']] }, /是否指 eq/],
    [{ filters: [['区__eq', 'x']] }, /没有名为“区”的列/],
    [{ filters: [['序号__between', '1']] }, /应为两个值/],
    [{ filters: [['序号__isNull', 'x']] }, /应为 true 或 false/],
    [{ q: '一 二 三 四 五 六 七 八 九' }, /最多 8 个词/],
  ])('%j', (parameters, message) => {
    const { code, message: text, details } = failure(parameters);
    expect(code).toBe('BAD_REQUEST');
    expect(text).toMatch(message);
    expect(details.english).toBeTruthy();
  });
});

describe('nothing that a caller writes becomes SQL', () => {
  const pieces = [
    "'",
    '"',
    ';',
    '--',
    '/*',
    '*/',
    '$file',
    '$p0',
    ')',
    '(',
    'UNION SELECT',
    'read_csv',
    '\u0000',
    '\\',
    '%',
    '{',
    '}',
    '::',
    '`',
    '’',
    '\ud800',
    '💥',
    'NULL',
    '0x1',
    '1e9',
    '..',
    '||',
  ];
  const hostile = Array.from({ length: 200 }, (_, i) =>
    Array.from({ length: 1 + (i % 7) }, (__, j) => pieces[(i * 7 + j * 13) % pieces.length]).join(i % 2 ? ' ' : ''),
  );

  it('200 hostile expressions are refused with a sentence, wherever they stand', () => {
    for (const text of hostile) {
      for (const parameters of [
        { where: text },
        { where: `区县 = ${text}` },
        { select: `${text}x` },
        { groupBy: `${text}x` },
        { orderBy: `${text}x` },
        { filters: [[`${text}__eq`, text]] },
      ] as QueryParameters[]) {
        try {
          checkQuery(parseParameters(parameters, SCHEMA.columns), SCHEMA);
        } catch (error) {
          expect(error, text).toBeInstanceOf(AppError);
        }
      }
    }
  });

  it('and as values they are looked for as they are', async () => {
    for (const text of hostile) {
      const found = await bench
        .all({
          filters: [
            ['区县__eq', text],
            ['区县__contains', text],
          ],
          q: text.slice(0, 20),
        })
        .catch((error: unknown) => error);
      if (found instanceof Error) expect(found).toBeInstanceOf(AppError);
      else expect((found as { rows: unknown[] }).rows).toEqual([]);
    }
  });
});

function metres(longitude: number, latitude: number, row: Row): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(from - to) / 2) ** 2;
  const arc =
    half(row.wei_du as number, latitude) +
    Math.cos(radians(row.wei_du as number)) * Math.cos(radians(latitude)) * half(row.jing_du as number, longitude);
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(arc));
}
