import { ATOM } from './column/atom.js';
import { CKAN } from './column/ckan.js';
import type { Column } from './column/column.js';
import { CROISSANT } from './column/croissant.js';
import { DATA_JSON } from './column/data-json.js';
import { DCAT } from './column/dcat.js';
import { DCAT_US } from './column/dcat-us.js';
import { OAI_DC } from './column/oai-dc.js';
import { SCHEMA_ORG } from './column/schema-org.js';
import type { CatalogEntry } from './entry.js';
import type { Fact, FactType, FactTypes } from './fact.js';
import { FACTS, type FactName } from './facts.js';

/** The vocabularies of others, and the words that each has. */
export const VOCABULARIES = {
  ckan: CKAN,
  dcat: DCAT,
  dataJson: DATA_JSON,
  dcatUs: DCAT_US,
  oaiDc: OAI_DC,
  schemaOrg: SCHEMA_ORG,
  croissant: CROISSANT,
  atom: ATOM,
} as const satisfies Record<string, Column>;

export type Vocabulary = keyof typeof VOCABULARIES;

const TITLES: Record<Vocabulary, string> = {
  ckan: 'CKAN',
  dcat: 'DCAT-AP 3',
  dataJson: 'data.json 1.1',
  dcatUs: 'DCAT-US 3',
  oaiDc: 'oai_dc',
  schemaOrg: 'schema.org',
  croissant: 'Croissant',
  atom: 'Atom',
};

/** A fact of a record as a vocabulary calls it: the type says which values there are. */
export type Statement = { [T in FactType]: { fact: FactName; word: string; type: T; values: readonly FactTypes[T][] } }[FactType];

/** Everything that a vocabulary has words for and the record says, in the order of the facts. Pure. */
export function statementsOf(entry: CatalogEntry, vocabulary: Vocabulary): Statement[] {
  const column: Column = VOCABULARIES[vocabulary];
  return FACTS.flatMap((fact) => {
    const word = column[fact.name];
    if (!word) return [];
    const values = (fact as Fact).read(entry);
    return values.length > 0 ? [{ fact: fact.name, word, type: fact.type, values } as Statement] : [];
  });
}

/** The whole table for docs/api.md: a line a fact, a column a vocabulary. Pure. */
export function crosswalkTable(): string {
  const names = Object.keys(VOCABULARIES) as Vocabulary[];
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const word = (vocabulary: Vocabulary, fact: FactName) => {
    const found = VOCABULARIES[vocabulary][fact];
    return found ? `\`${found}\`` : '';
  };
  return [
    line(['记录的字段', '含义', '种类', ...names.map((name) => TITLES[name])]),
    line(['---', '---', '---', ...names.map(() => '---')]),
    ...FACTS.map(({ name, label, kinds }) =>
      line([
        `\`${name}\``,
        label,
        kinds.length > 1 ? '都有' : kinds[0] === 'dataset' ? '数据' : '文件',
        ...names.map((vocabulary) => word(vocabulary, name)),
      ]),
    ),
  ].join('\n');
}
