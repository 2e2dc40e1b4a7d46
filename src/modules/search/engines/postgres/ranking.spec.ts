import { describe, expect, it } from 'vitest';
import type { FacetBoost } from '../../query/analysed-query.js';
import type { MatchPlan, PlannedGroup } from '../match-plan.js';
import { type Candidate, Ranking } from './ranking.js';
import { decodeWords, encodeWords, type StreamField } from './word-stream.js';

const group = (text: string, change: Partial<PlannedGroup> = {}): PlannedGroup => ({
  text,
  importance: 1,
  required: true,
  idf: 3,
  expression: `'${text}'`,
  alternatives: [{ tokens: [text], weight: 1, idf: 3 }],
  ...change,
});
const plan = (...groups: PlannedGroup[]): MatchPlan => ({ groups, identifiers: '', restriction: '', phrases: [], everything: false });

/** Fields as words with spaces; the title is also shown without them. */
function candidate(fields: Partial<Record<StreamField, string>>, change: Partial<Candidate> = {}): Candidate {
  const words = (field: StreamField) => (fields[field] ?? '').split(' ').filter(Boolean);
  const stream = encodeWords({
    title: words('title'),
    keywords: words('keywords'),
    items: words('items'),
    organizations: words('organizations'),
    abstract: words('abstract'),
    body: words('body'),
    attachments: words('attachments'),
  });
  return {
    recordId: '1',
    title: words('title').join(''),
    facets: [],
    publishedOn: '2020-01-01',
    words: decodeWords(stream),
    rank: 0,
    ...change,
  };
}
const filler = (count: number) => Array.from({ length: count }, (_, index) => `填${index}`).join(' ');

interface Case {
  name: string;
  text: string;
  plan: MatchPlan;
  boosts?: FacetBoost[];
  better: Candidate;
  worse: Candidate;
}

const water = plan(group('取水'), group('许可'));
const cases: Case[] = [
  {
    name: 'title before keywords',
    text: '公厕',
    plan: plan(group('公厕')),
    better: candidate({ title: '公厕 信息' }),
    worse: candidate({ title: '便民 信息', keywords: '公厕' }),
  },
  {
    name: 'one mention in a long body before many in an attachment',
    text: '公厕',
    plan: plan(group('公厕')),
    better: candidate({ title: '便民 信息', body: `公厕 ${filler(1200)}` }),
    worse: candidate({ title: '便民 信息', attachments: '公厕 公厕 公厕' }),
  },
  {
    name: 'keywords before one mention in the body',
    text: '公厕',
    plan: plan(group('公厕')),
    better: candidate({ title: '便民 信息', keywords: '公厕' }),
    worse: candidate({ title: '便民 信息', body: `公厕 ${filler(300)}` }),
  },
  {
    name: 'the title itself before a longer one',
    text: '公厕',
    plan: plan(group('公厕')),
    better: candidate({ title: '公厕 名录' }),
    worse: candidate({ title: '城区 道路 公园 广场 公厕 名录 一览 汇总' }),
  },
  {
    name: 'every group before one group often',
    text: '取水许可',
    plan: water,
    better: candidate({ title: '取水 许可 信息' }),
    worse: candidate({ title: '许可 许可 许可', body: '许可 '.repeat(50) }),
  },
  {
    name: 'words together before words far apart',
    text: '取水许可',
    plan: water,
    better: candidate({ title: '通知', body: `${filler(200)} 取水 许可 ${filler(200)}` }),
    worse: candidate({ title: '通知', body: `取水 ${filler(400)} 许可` }),
  },
  {
    name: 'a short body before the same mentions in a long one',
    text: '取水',
    plan: plan(group('取水')),
    better: candidate({ title: '通知', body: `取水 ${filler(800)}` }),
    worse: candidate({ title: '通知', body: `取水 ${filler(15_000)}` }),
  },
  {
    name: 'the typed word before its synonym',
    text: '公厕',
    plan: plan(
      group('公厕', {
        alternatives: [
          { tokens: ['公厕'], weight: 1, idf: 3 },
          { tokens: ['厕所'], weight: 0.7, idf: 3 },
        ],
      }),
    ),
    better: candidate({ title: '公厕 信息' }),
    worse: candidate({ title: '厕所 信息' }),
  },
  {
    name: 'all tokens of an alternative before one of them',
    text: '停车场',
    plan: plan(group('停车场', { alternatives: [{ tokens: ['停车', '场地'], weight: 1, idf: 3 }] })),
    better: candidate({ title: '停车 场地' }),
    worse: candidate({ title: '停车 停车' }),
  },
  {
    name: 'a rare group before a common one',
    text: '取水许可',
    plan: plan(
      group('取水', { idf: 6, alternatives: [{ tokens: ['取水'], weight: 1, idf: 6 }] }),
      group('许可', { idf: 1, alternatives: [{ tokens: ['许可'], weight: 1, idf: 1 }] }),
    ),
    better: candidate({ title: '取水 信息' }),
    worse: candidate({ title: '许可 信息' }),
  },
  {
    name: 'an exact number before everything',
    text: '国发〔2016〕51号 取水',
    plan: plan(group('取水')),
    better: candidate({ title: '通知' }, { rank: 100.1 }),
    worse: candidate({ title: '取水', body: '取水 取水' }),
  },
  {
    name: 'in force before repealed',
    text: '取水',
    plan: plan(group('取水')),
    better: candidate({ title: '取水 办法' }, { facets: ['@validity=valid'] }),
    worse: candidate({ title: '取水 办法' }, { facets: ['@validity=repealed'] }),
  },
  {
    name: 'what is named before the rest',
    text: '贵阳取水',
    plan: plan(group('取水')),
    boosts: [{ facet: 'region', value: '520100', weight: 1 }],
    better: candidate({ title: '取水 办法' }, { facets: ['@region=520100'] }),
    worse: candidate({ title: '取水 办法' }),
  },
  {
    name: 'newer before older when all else is equal',
    text: '取水',
    plan: plan(group('取水')),
    better: candidate({ title: '取水 办法' }, { publishedOn: '2024-01-01' }),
    worse: candidate({ title: '取水 办法' }, { publishedOn: '2004' }),
  },
  {
    name: 'the work named in 《》 before what speaks about it',
    text: '《节约用水管理办法》解读',
    plan: plan(group('节约用水'), group('解读')),
    better: candidate({ title: '关于 印发 《 节约用水 管理 办法 》 的 通知' }),
    worse: candidate({ title: '《 节约用水 管理 办法 》 解读' }),
  },
];

describe('Ranking', () => {
  it.each(cases)('$name', ({ text, plan: planned, boosts, better, worse }) => {
    const ranking = new Ranking(text, planned, boosts ?? [], '2026-11-24');
    expect(ranking.score(better)).toBeGreaterThan(ranking.score(worse));
  });

  it('says which required groups a record lacks', () => {
    const ranking = new Ranking('', plan(group('取水'), group('许可'), group('助词', { required: false })), [], '2026-11-24');
    expect(ranking.missing(candidate({ title: '取水', body: filler(10) }).words)).toEqual(['许可']);
  });

  it('gives a number for records without any text or date', () => {
    expect(Number.isFinite(new Ranking('', plan(group('取水')), [], '2026-11-24').score(candidate({}, { publishedOn: '' })))).toBe(true);
  });
});
