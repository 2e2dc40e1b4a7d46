import type { VocabularyItem } from '../../vocabulary/index.js';

/** Level that Art. 21 adds items for. */
export type Article21Level = 'cityOrCounty' | 'township';

/** 直辖市 are at the level of provinces, whose capitals Art. 21 does not mean. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

/**
 * Which additions of Art. 21 an organ has by its region (GB/T 2260, or 12 digits down to the township): cities with districts,
 * counties and their departments the one list, townships the other; a province and an organ without a region none. Pure.
 */
export function article21LevelOf(region: string | null): Article21Level | undefined {
  if (!region || !/^\d{6}(\d{3}|\d{6})?$/.test(region)) return undefined;
  if (/^\d{2}0000(0{3}|0{6})?$/.test(region)) return undefined;
  // 110100 only holds the districts of 北京 together.
  if (MUNICIPALITIES.has(region.slice(0, 2)) && /^\d{4}00/.test(region)) return undefined;
  return region.length > 6 && !/^\d{6}000/.test(region) ? 'township' : 'cityOrCounty';
}

/** Items that apply at these levels: all of Art. 20, and of Art. 21 those of the levels. Pure. */
export function itemsAt(items: readonly VocabularyItem[], levels: ReadonlySet<Article21Level>): VocabularyItem[] {
  return items.filter(({ attributes }) => {
    const level = attributes?.['level'];
    return level === undefined || levels.has(level as Article21Level);
  });
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

/** Where an item stands in the regulation: 第二十条第（一）项. Pure. */
export function articleOf(code: string): string {
  const item = /^A20_(\d{2})$/.exec(code)?.[1];
  return item ? `第二十条第（${NUMERALS[Number(item) - 1] ?? item}）项` : '第二十一条';
}

/** Label of an item under its own level, where it needs no mark of it. Pure. */
export const plainLabel = (label: string): string => label.replace(/（乡镇）$/, '');
