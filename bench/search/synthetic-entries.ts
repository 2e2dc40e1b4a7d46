import { readFileSync } from 'node:fs';
import type { IndexEntry } from '#src/modules/search/search-engine.js';
import { seeded } from '../catalog-file.js';

interface Line {
  title: string;
  abstract?: string;
  body?: string;
  keywords?: string[];
  items?: { name: string }[];
  provider?: string;
  issuer?: string[] | string;
  topic?: string;
}

const PLACES = '云岭 清河 东湖 长宁 北原 石桥 金沙 白塔 柳林 南屏 江口 平川 双流 安溪 宝山 高岭 沙洲 永丰 新塘 梅溪'.split(' ');
const LEVELS = ['市', '县', '区', '镇', '街道'];
const KINDS = ['名录', '统计表', '监测数据', '年报', '目录', '情况表', '公示', '台账'];

const lines = (name: string): Line[] =>
  readFileSync(new URL(`../../../samples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Line);

/** Endless varied entries, the same in every run: titles, places, years, sentences and facets of the bundled sample, newly put together. */
export function* syntheticEntries(count: number): Generator<IndexEntry> {
  const random = seeded(20261125);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const base = [...lines('datasets'), ...lines('documents')];
  const sentences = base
    .flatMap(({ abstract, body }) => `${abstract ?? ''}\n${body ?? ''}`.split(/[\n。]/))
    .filter(({ length }) => length > 12 && length < 90);
  const topics = [...new Set(base.flatMap(({ topic }) => topic ?? []))];
  const departments = Array.from({ length: 60 }, (_, index) => `D${index}`);
  for (let id = 1; id <= count; id++) {
    const from = pick(base);
    const other = pick(base);
    const place = `${pick(PLACES)}${pick(LEVELS)}`;
    const year = String(2010 + Math.floor(random() * 16));
    const isDocument = from.body !== undefined;
    yield {
      recordId: String(id),
      version: 1,
      identifier: `s-${id}`,
      kind: isDocument ? 'document' : 'dataset',
      title: `${place}${year}年${from.title.replaceAll(/[（(].*|20\d\d年度?/g, '')}${random() < 0.4 ? pick(KINDS) : ''}`,
      keywords: [...(from.keywords ?? []).slice(0, 2), ...(other.keywords ?? []).slice(0, 1)],
      attachments: '',
      abstract: `${place}${pick(sentences)}。`,
      body: isDocument ? Array.from({ length: 3 + Math.floor(random() * 6) }, () => pick(sentences)).join('。') : '',
      items: (from.items ?? []).slice(0, 8).map(({ name }) => name),
      organizations: [`${place}${from.provider ?? '人民政府'}`.slice(0, 30)],
      identifiers: [`s-${id}`],
      facets: {
        kind: [isDocument ? 'document' : 'dataset'],
        department: [pick(departments)],
        topic: [pick(topics)],
        region: [String(520100 + Math.floor(random() * 60))],
        year: [year],
        format: random() < 0.5 ? ['csv', 'json'] : ['xlsx'],
        openness: [pick(['unconditional', 'conditional'])],
      },
      publishedOn: `${year}-0${1 + Math.floor(random() * 9)}-15`,
      modifiedOn: '',
      createdAt: `${year}-0${1 + (id % 9)}-15T08:00:00.000Z`,
      updatedAt: `${year}-12-15T08:00:00.000Z`,
      license: '',
    };
  }
}
