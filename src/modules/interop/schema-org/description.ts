import type { Statement } from '../mapping/crosswalk.js';

/** What search engines for data take (Google: 50 to 5000 characters). */
const LEAST = 50;
const MOST = 5000;
const MOST_NAMES = 20;

const lengthOf = (text: string) => [...text].length;

/** The abstract of a record; one that is missing or too short is completed by what else the record says. Pure. */
export function descriptionOf(statements: readonly Statement[], kind: 'dataset' | 'document', uri: string): string {
  const values = <T>(fact: Statement['fact'], read: (value: never) => T): T[] =>
    (statements.find((statement) => statement.fact === fact)?.values ?? []).map((value) => read(value as never));
  const text = (fact: Statement['fact']) => values(fact, (value: string) => value).join('、');
  const names = (fact: Statement['fact']) => values(fact, (value: { name: string }) => value.name).slice(0, MOST_NAMES);
  const label = (fact: Statement['fact']) => values(fact, (value: { label: string }) => value.label).join('、');
  const said = ([name, value]: [string, string]) => (value ? [`${name}：${value}。`] : []);
  const additions = [
    ...(
      [
        [kind === 'dataset' ? '提供方' : '发文机关', names('agents').join('、')],
        ['发文字号', text('documentNumber')],
        ['信息项', names('items').join('、')],
        ['主题', label('topic')],
        ['行政区划', label('region')],
        ['关键词', text('keywords')],
        ['发布日期', text('publishedOn')],
        ['更新日期', text('modifiedOn')],
      ] satisfies [string, string][]
    ).flatMap(said),
    `标识符：${text('identifier')}。`,
    `永久地址：${uri} 。`,
    '按《政府信息公开条例》公开，检索、查阅、下载均无须登录；何时由谁发布、此后有无改动，见发布证明。',
  ];
  let description = text('abstract') || `${kind === 'dataset' ? '数据' : '文件'}《${text('title')}》。`;
  for (const addition of additions) {
    if (lengthOf(description) >= LEAST) break;
    description += addition;
  }
  const signs = [...description];
  return signs.length > MOST ? `${signs.slice(0, MOST - 1).join('')}…` : description;
}
