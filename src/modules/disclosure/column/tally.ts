import type { VocabularyItem } from '../../vocabulary/index.js';
import type { PlaceCount } from '../entry/entry.repository.js';
import { BLOCK_LABELS, BLOCKS, type DisclosureListName } from './block.js';
import type { DisclosureBlock, DisclosureCoverage, ReportYear, StatutoryItem } from './column.model.js';
import { disclosureUrl } from './disclosure-address.js';
import { type Article21Level, articleOf, plainLabel } from './statutory-item.js';

/** Everything a column says in numbers. */
export interface Tally {
  blocks: DisclosureBlock[];
  unclassified: DisclosureBlock;
  coverage: DisclosureCoverage;
  newestOn: string | null;
}

const sum = (counts: readonly PlaceCount[], of: 'count' | 'current') => counts.reduce((total, each) => total + each[of], 0);
const newest = (counts: readonly PlaceCount[]) =>
  counts.reduce<string | null>((latest, { newestOn }) => (newestOn && newestOn > (latest ?? '') ? newestOn : latest), null);

/** What is filed under 其他 and has a block of its own is listed in its block alone. */
const OTHERS = 'A20_15';
const listedUnder = ({ item, block }: PlaceCount) => item !== null && (item !== OTHERS || block === null);

/**
 * The blocks with their numbers, and how many items are covered (completeness at the level of an organ). A profile that says
 * everything that item 2 of Art. 20 asks covers that item without a document. Pure.
 */
export function tallyOf(
  counts: readonly PlaceCount[],
  items: readonly VocabularyItem[],
  { department, profiled }: { department: string | null; profiled: boolean },
): Tally {
  const statutory = items.map((item): StatutoryItem => {
    const under = counts.filter((each) => each.item === item.code && listedUnder(each));
    return {
      code: item.code,
      article: articleOf(item.code),
      label: plainLabel(item.label),
      english: item.english ?? null,
      level: (item.attributes?.['level'] as Article21Level | undefined) ?? null,
      count: sum(under, 'count'),
      current: sum(under, 'current'),
      newestOn: newest(under),
      url: disclosureUrl({ department, block: 'statutory', item: item.code }),
    };
  });
  const covered = (code: string) => (profiled && code === 'A20_02') || counts.some(({ item, current }) => item === code && current > 0);
  const block = (name: DisclosureListName, of: readonly PlaceCount[]): DisclosureBlock => ({
    block: name,
    label: BLOCK_LABELS[name],
    count: sum(of, 'count'),
    newestOn: newest(of),
    url: disclosureUrl({ department, block: name }),
    items: name === 'statutory' ? statutory : [],
    years: name === 'annual-reports' ? yearsOf(of, department) : [],
  });
  return {
    blocks: BLOCKS.map((name) =>
      block(name, name === 'statutory' ? counts.filter(listedUnder) : counts.filter((each) => each.block === name)),
    ),
    unclassified: block(
      'unclassified',
      counts.filter((each) => each.block === null && each.item === null),
    ),
    coverage: {
      applicable: items.length,
      covered: items.filter(({ code }) => covered(code)).length,
      missing: items.filter(({ code }) => !covered(code)).map(({ code }) => code),
    },
    newestOn: newest(counts),
  };
}

/** The latest year first; reports whose title names no year last. */
function yearsOf(counts: readonly PlaceCount[], department: string | null): ReportYear[] {
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => (b ?? 0) - (a ?? 0));
  return years.map((year) => ({
    year,
    count: sum(
      counts.filter((each) => each.year === year),
      'count',
    ),
    url: disclosureUrl({ department, block: 'annual-reports', year }),
  }));
}
