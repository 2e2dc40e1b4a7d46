import { describe, expect, it } from 'vitest';
import { FACETS } from '../../query/analysed-query.js';
import type { MatchPlan, PlannedGroup } from '../match-plan.js';
import { relaxedStatement, type StatementOptions, strictStatement } from './search-statement.js';
import type { Statement } from './values.js';

const group = (text: string, idf: number, required = true): PlannedGroup => ({
  text,
  importance: 1,
  required,
  idf,
  expression: `('${text}')`,
  alternatives: [{ tokens: [text], weight: 1, idf }],
});
const plan = (groups: PlannedGroup[], change: Partial<MatchPlan> = {}): MatchPlan => ({
  groups,
  identifiers: '',
  restriction: '',
  phrases: [],
  everything: false,
  ...change,
});
const options = (change: Partial<StatementOptions> = {}): StatementOptions => ({
  filters: [],
  facets: [],
  boosts: [],
  pinned: [],
  buried: [],
  sort: 'relevance',
  limit: 150,
  ...change,
});
/** Every parameter is named in the text, and every name has a parameter: PostgreSQL refuses anything else. */
const namedParameters = ({ text }: Statement) =>
  [...new Set([...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))].sort((a, b) => a - b);
const expressions = ({ text, values }: Statement) =>
  [...text.matchAll(/terms @@ \$(\d+)/g)].map(([, number]) => values[Number(number) - 1]);

const filters = [
  { facet: 'topic' as const, values: ["教育'"] },
  { facet: 'year' as const, values: ['2019', '2020'] },
];
const shapes: [string, MatchPlan, StatementOptions][] = [
  ['words', plan([group('水', 3), group('电', 2)]), options()],
  ['filters that are counted', plan([group('水', 3)]), options({ filters, facets: [...FACETS] })],
  ['filters that are not', plan([group('水', 3)]), options({ filters, facets: ['region'] })],
  ['a number', plan([group('水', 3)], { identifiers: "'#1'" }), options()],
  [
    'phrases and boosts',
    plan([group('水', 3)], { restriction: "'水' & !'电'", phrases: [['水', '电']] }),
    options({ boosts: [{ facet: 'region', value: 'x', weight: 1 }] }),
  ],
  ['everything by title', plan([], { everything: true }), options({ sort: 'title', after: { key: '水', recordId: '1' } })],
  [
    'a condition, an offset and an order by a field',
    plan([group('水', 3)], { identifiers: "'#1'" }),
    options({
      where: { any: [{ field: 'keyword', is: ['教育'] }, { not: { field: 'publishedOn', from: '2020', to: '2021' } }] },
      offset: 40,
      sort: { by: 'updatedAt', descending: true },
      facets: ['keyword', 'kind'],
    }),
  ],
  ['a later page', plan([group('水', 3)]), options({ after: { key: '0.5', recordId: '1' } })],
];

describe.each([
  ['strict', strictStatement],
  ['relaxed', relaxedStatement],
])('%s statement', (name, build) => {
  it.each(shapes.filter(([, { groups }]) => name === 'strict' || groups.length > 0))('names every parameter: %s', (_, planned, asked) => {
    const statement = build(planned, asked);
    expect(namedParameters(statement)).toEqual(statement.values.map((__, index) => index + 1));
  });

  it('never writes what was typed into the text', () => {
    const statement = build(
      plan([group("水'", 3)], { restriction: "'水'''", phrases: [["水'", '电']] }),
      options({ filters, facets: [...FACETS], where: { field: 'title', startsWith: '水教育' } }),
    );
    expect(statement.text).not.toMatch(/水|教育/u);
  });
});

describe('strict statement', () => {
  it('asks the index for words, restrictions and uncounted filters at once', () => {
    const statement = strictStatement(plan([group('水', 3), group('电', 2)], { restriction: "!'煤'" }), options({ filters }));
    expect(expressions(statement)).toEqual([`(((('水')) & (('电')))) & (!'煤' & ('@topic=教育''') & ('@year=2019' | '@year=2020'))`]);
  });

  it('leaves counted filters to the rows, so that their facets can be counted without them', () => {
    const statement = strictStatement(plan([group('水', 3)]), options({ filters, facets: ['topic', 'year'] }));
    expect(expressions(statement)).toEqual(["(((('水'))))"]);
    expect(statement.values).toContainEqual(['@year=2019', '@year=2020']);
  });

  it('accepts a number in place of the words', () => {
    expect(expressions(strictStatement(plan([group('水', 3)], { identifiers: "'#1'" }), options()))).toContain("(((('水'))) | ('#1'))");
  });
});

describe('relaxed statement', () => {
  it('looks for the commonest groups only where a decisive one is found', () => {
    const statement = relaxedStatement(plan([group('罕', 5), group('常', 1), group('助', 1, false)]), options());
    expect(expressions(statement)).toEqual(["(('罕'))", "((('常')) & ((('罕'))))", "((('助')) & ((('罕'))))"]);
  });

  it('takes every group as decisive when each alone is enough', () => {
    expect(expressions(relaxedStatement(plan([group('甲', 3), group('乙', 3)]), options()))).toEqual(["(('甲'))", "(('乙'))"]);
  });
});
