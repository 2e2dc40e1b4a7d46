import type { VocabularyItem } from '../../vocabulary/index.js';
import { listedWords, normaliseText, readWordList, readWordLists } from '../analysis/index.js';
import { SoundingTerms } from './sounding-terms.js';
import { PhraseFinder } from './span.js';
import { parseSynonyms } from './parse-synonyms.js';

export interface OrganName {
  /** Official stem without a place, for example 发展和改革委员会. */
  official: string;
  /** Other names of it: short ones of today and former ones. */
  others: string[];
}

export interface RegionName {
  code: string;
  label: string;
}

/** What the system knows of language before it sees a query; loaded once. */
export interface Knowledge {
  /** Official wordings of each everyday phrase, and equal terms of each term. */
  synonyms: ReadonlyMap<string, string[]>;
  synonymPhrases: PhraseFinder<string>;
  organs: PhraseFinder<OrganName>;
  regions: PhraseFinder<RegionName>;
  /** Words that ask but do not tell what is asked. */
  questionWords: PhraseFinder<true>;
  /** Words so common in this field that they tell little. */
  weakWords: ReadonlySet<string>;
  /** Listed terms by their sound, for pinyin and slips. */
  sounding: SoundingTerms;
}

/** Lines of the data files, comments and empty lines left out. */
export interface KnowledgeSources {
  synonyms: readonly string[];
  questionWords: readonly string[];
  organs: readonly string[];
  /** Terms of the government dictionary. */
  listed: readonly string[];
  regions: readonly Pick<VocabularyItem, 'code' | 'label' | 'parent'>[];
}

/** Reads the data files beside the code. `regions` are the entries of the region table. */
export function loadKnowledge(regions: readonly VocabularyItem[]): Knowledge {
  return knowledgeOf({
    synonyms: readWordLists(new URL('./synonym/', import.meta.url)),
    questionWords: readWordList(new URL('./question-word.txt', import.meta.url)),
    organs: readWordList(new URL('./organ-name.txt', import.meta.url)),
    listed: listedWords(),
    regions,
  });
}

export function knowledgeOf(sources: KnowledgeSources): Knowledge {
  const synonyms = parseSynonyms(sources.synonyms);
  const words = questionWordsOf(sources.questionWords);
  const organs = organsOf(sources.organs);
  return {
    synonyms,
    synonymPhrases: new PhraseFinder(new Map([...synonyms.keys()].map((phrase) => [phrase, phrase]))),
    organs: new PhraseFinder(organs),
    regions: new PhraseFinder(regionsOf(sources.regions)),
    questionWords: new PhraseFinder(new Map(words.drop.map((word) => [normaliseText(word), true]))),
    weakWords: new Set(words.weak.map(normaliseText)),
    sounding: new SoundingTerms([...sources.listed, ...synonyms.keys(), ...[...synonyms.values()].flat(), ...organs.keys()]),
  };
}

function questionWordsOf(lines: readonly string[]): { drop: string[]; weak: string[] } {
  const words = { drop: [] as string[], weak: [] as string[] };
  let section: 'drop' | 'weak' = 'drop';
  for (const line of lines) {
    if (line === '[drop]' || line === '[weak]') section = line === '[drop]' ? 'drop' : 'weak';
    else words[section].push(...line.split(/[,，\s]+/).filter(Boolean));
  }
  return words;
}

/** `official : short, short ; former, former` */
function organsOf(lines: readonly string[]): Map<string, OrganName> {
  const organs = new Map<string, OrganName>();
  for (const line of lines) {
    const [official = '', rest = ''] = line.split(/\s*[:：]\s*/, 2);
    const names = [official, ...rest.split(/[,，;；]/)].map((name) => normaliseText(name.trim())).filter((name) => name.length > 1);
    for (const name of names)
      if (!organs.has(name)) organs.set(name, { official: names[0]!, others: names.filter((other) => other !== name) });
  }
  return organs;
}

const SUFFIX = /(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|地区|盟)$/;

/** Names of provinces and prefectures, in full, with their province, and without the level (苏州). */
function regionsOf(items: KnowledgeSources['regions']): Map<string, RegionName> {
  const names = new Map<string, RegionName>();
  const labels = new Map(items.map(({ code, label }) => [code, label]));
  for (const { code, label, parent } of items) {
    const short = label.replace(SUFFIX, '');
    const parentLabel = parent ? labels.get(parent) : undefined;
    for (const name of [label, short, parentLabel && parentLabel + label])
      if (name && name.length > 1 && !names.has(normaliseText(name))) names.set(normaliseText(name), { code, label });
  }
  return names;
}
