import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPACT_DATE, isValue, isValueSql, NULL_WORDS, numberForms, OTHER_FORMS, type ValueForm } from './value-form.js';

const FORMS: ValueForm[] = [...numberForms(2), ...numberForms(4), ...numberForms(12), ...OTHER_FORMS, COMPACT_DATE];

/** Texts as offices write them, and as nobody should. */
const TEXTS = [
  ...[
    '0',
    '1',
    '-1',
    '+1',
    '007',
    '-0',
    '00',
    '1.5',
    '-1.50',
    '.5',
    '5.',
    '1e5',
    '1E-3',
    '1,234',
    '1,234.56',
    '12,34',
    '1,2345',
    '999999999999999',
    '9999999999999999',
    '-0.00',
    '0.50',
    '999999999999999.99',
    '-999999999999999.99',
    '1000000000000000.00',
    '-1234567890123456.50',
    '01.50',
    '+1.50',
  ],
  ...[
    '12.5%',
    '１２．５％',
    '-3 %',
    '（1,234）',
    '(1,234)',
    '(1)',
    '¥1,200',
    '￥-3.5',
    '- ¥3',
    '3亩',
    '1,200.5 亩',
    '12万元',
    '12 万元',
    '12元',
    '１２３',
    ' 12 ',
    '\t12',
    '12\u3000',
    '1 2',
    'NaN',
    'Infinity',
  ],
  ...[
    '2023-05-08',
    '2023-5-8',
    '2023/05/08',
    '2023/5/8',
    '2023.5.8',
    '2023年5月8日',
    '2023 年 5 月 8 日',
    '2023年5月',
    '2023-02-30',
    '2023/2/29',
    '2024-02-29',
    '20230508',
    '20230230',
    '1066-01-01',
    '民国112年5月8日',
    '3000-01-01',
  ],
  ...[
    '2023-05-08 14:30',
    '2023-05-08 14:30:00',
    '2023-05-08T14:30:00',
    '2023-05-08T14:30:00Z',
    '2023-05-08 24:00:00',
    '2023/5/8 8:05',
    '2023年5月8日 14:30',
    '2023-05-08  14:30',
    '2023-02-30 10:00:00',
    '14:30',
    '8:05',
    '24:00',
    '14:60',
    '14:30:59',
  ],
  ...[
    '是',
    '否',
    ' 是',
    'true',
    'TRUE',
    'True',
    'false',
    'yes',
    '',
    ' ',
    '-',
    '—',
    '无',
    'N/A',
    'null',
    '暂无',
    '待定',
    "O'Brien",
    '\\',
    '/',
    '%',
    '１',
    '1\n2',
    '中文',
    '💥',
  ],
];

/** More of them, put together by a generator that gives the same for the same seed. */
function madeUp(count: number): string[] {
  let state = 11;
  const next = (below: number) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  const pieces = [...'0123456789.,-+()%¥年月日/: TeE元万亩是否　１２．'];
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]).join(''));
}

let connection: DuckDBConnection;
const texts = [...TEXTS, ...madeUp(2_000)];
beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
  await connection.run('CREATE TABLE t (place INTEGER, x VARCHAR)');
  const appender = await connection.createAppender('t');
  for (const [place, text] of texts.entries()) {
    appender.appendInteger(place);
    appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
});
afterAll(() => connection.closeSync());

const places = async (condition: string) =>
  (await connection.runAndReadAll(`SELECT place FROM t WHERE ${condition} ORDER BY place`))
    .getRows()
    .map(([place]) => texts[Number(place)]!);

describe('what JavaScript and SQL say of a text is the same', () => {
  it('whether it says anything', async () => {
    expect(await places(isValueSql('x'))).toEqual(texts.filter(isValue));
    for (const word of NULL_WORDS) expect(isValue(word)).toBe(false);
  });

  it.each(FORMS.map((form, index) => [`${index} ${form.name}`, form] as const))('%s', async (_, form) => {
    expect(await places(`${form.sql('x')} IS NOT NULL`)).toEqual(texts.filter((text) => form.accepts(text)));
  });
});
