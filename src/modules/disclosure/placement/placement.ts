import { CHINESE_NUMERAL, parseChineseNumeral } from '../../kernel/chinese-numeral.js';
import {
  ABOUT_RULES,
  BLOCK_OF_TYPE,
  type DocumentBlock,
  GUIDE_TITLE,
  ITEM_OF_TYPE,
  PLAN_TITLE,
  REPORT_TITLE,
  RULES_TITLE,
} from './placement-rule.js';

/** What of a document decides where it stands. */
export interface PlacementSubject {
  title: string;
  documentType: string | null;
  legislationType: string | null;
  publicity: string | null;
  article20Code: string | null;
  assembly: string | null;
  validity: string | null;
}

/** What a place was found by: the department said so, by the type, by 组配分类, or by the title. */
export type PlacementBasis = 'declared' | 'type' | 'assembly' | 'title';

/** Where a document stands in the column. */
export interface Placement {
  /** False for what is not 主动公开. */
  listed: boolean;
  block: DocumentBlock | null;
  /** Item of Art. 20 or 21; may be told beside a block. */
  item: string | null;
  /** Of an annual report: the year it is of. */
  year: number | null;
  basis: PlacementBasis | null;
  /** Not repealed and not expired. */
  current: boolean;
}

/** The item that a code or a label of 组配分类 names, if any. */
export type ItemReader = (codeOrLabel: string) => string | undefined;

/** Places a document by what is said of it and nothing else: what no rule knows stays unclassified. Pure. */
export function placementOf(subject: PlacementSubject, itemOf: ItemReader): Placement {
  const block = blockOf(subject);
  const item = itemFound(subject, itemOf);
  return {
    listed: subject.publicity === null || subject.publicity === 'active',
    block: block?.name ?? null,
    item: item?.name ?? null,
    year: block?.name === 'annual-reports' ? yearOf(subject.title) : null,
    basis: item?.basis === 'declared' ? 'declared' : (block?.basis ?? item?.basis ?? null),
    current: !['repealed', 'expired'].includes(subject.validity ?? ''),
  };
}

interface Found<Name> {
  name: Name;
  basis: PlacementBasis;
}

const known = <T>(table: Readonly<Record<string, T>>, key: string | null): T | undefined =>
  key !== null && Object.hasOwn(table, key) ? table[key] : undefined;

function blockOf({ title, documentType, assembly }: PlacementSubject): Found<DocumentBlock> | undefined {
  const byType = known(BLOCK_OF_TYPE, documentType);
  if (byType) return { name: byType, basis: 'type' };
  const byAssembly = known(BLOCK_OF_TYPE, assembly);
  if (byAssembly) return { name: byAssembly, basis: 'assembly' };
  // What explains a document is not the document.
  if (documentType === 'interpretation' || ABOUT_RULES.test(title)) return undefined;
  if (REPORT_TITLE.test(title)) return { name: 'annual-reports', basis: 'title' };
  if (GUIDE_TITLE.test(title)) return { name: 'guide', basis: 'title' };
  return RULES_TITLE.test(title) ? { name: 'rules', basis: 'title' } : undefined;
}

function itemFound({ title, documentType, legislationType, article20Code, assembly }: PlacementSubject, itemOf: ItemReader) {
  const declared = article20Code && itemOf(article20Code);
  if (declared) return { name: declared, basis: 'declared' } satisfies Found<string>;
  const byAssembly = assembly && itemOf(assembly);
  if (byAssembly) return { name: byAssembly, basis: 'assembly' } satisfies Found<string>;
  const byType = known(ITEM_OF_TYPE, documentType) ?? known(ITEM_OF_TYPE, legislationType);
  if (byType) return { name: byType, basis: 'type' } satisfies Found<string>;
  return documentType === 'plan' && PLAN_TITLE.test(title) ? ({ name: 'A20_03', basis: 'title' } satisfies Found<string>) : undefined;
}

const YEAR = new RegExp(`([0-9]{4}|[${CHINESE_NUMERAL}]{4})年?度?`, 'u');

/** The year that the title of a report names; null when it names none that could be. Pure. */
export function yearOf(title: string): number | null {
  const text = YEAR.exec(title)?.[1];
  const year = text === undefined ? undefined : /^\d/.test(text) ? Number(text) : parseChineseNumeral(text);
  // The regulation of 2007 is in force since 2008: a report cannot be of an earlier year.
  return year !== undefined && year >= 2007 && year < 2100 ? year : null;
}
