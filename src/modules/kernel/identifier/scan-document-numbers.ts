import { composeDocumentNumber, documentNumberKind, type ParsedDocumentNumber } from './document-number-form.js';
import { isBody, isSeriesStem, isWellKnownStem, stemAtEnd } from './document-number-stem.js';
import { foldText } from './folded-text.js';

/** A document number met in a text. */
export interface FoundDocumentNumber {
  /** The characters of the text that name it. */
  text: string;
  /** Where they start. */
  index: number;
  /** Normal form, such as 国发〔2016〕51号; a partial one lacks the stem: 〔2016〕51号. */
  value: string;
  /** True when the issuer's stem is missing: value and key are then endings of the full ones. */
  partial: boolean;
  key: string;
  parsed: ParsedDocumentNumber;
}

/** A number as it was written, before it is judged. */
interface WrittenNumber {
  /** Chinese characters right before the number, words of the sentence included. */
  run: string;
  year?: number;
  bracketed: boolean;
  serial: string;
  /** 第 or 年 stands before the serial. */
  ordinal: boolean;
  /** 号 follows. */
  closed: boolean;
  /** Nothing that makes the digits a date, a quantity or a part of a word follows. */
  ends: boolean;
  /** 令, 公告 or 通告 after 号, as in 国务院第711号令. */
  tail: string;
}

const HAN = '(?:(?![第号年])[\\p{Script=Han}、])';
const YEAR = '(?:19|20)\\d{2}';
const SHAPE = new RegExp(
  [
    `(?<run>${HAN}{1,40})?\\s*(?<body>`,
    `(?:〔\\s*(?<bracketYear>${YEAR})\\s*年?\\s*〕\\s*|(?<!\\d)(?<plainYear>${YEAR})(?<joint>\\s*年\\s*|\\s*(?=第)|[\\s\\-—_/.·]+))?`,
    '(?<ordinal>〔?第)?\\s*(?<serial>(?<!\\d)\\d{1,5})(?!\\d)(?:\\s*(?<closed>号)(?:(?<=〔第\\s*\\d+\\s*号)〕)?)?)(?:\\s*(?<tail>令|公告|通告)(?![人牌营]))?',
  ].join(''),
  'gu',
);
const END = /^\s*(?:文件?)?\s*(?:$|[,.;:!?，。；：！？、"”》〉〕|\s])/u;

/** Every document number of a text from left to right, spaces read as they stand. */
export function scanDocumentNumbers(text: string): FoundDocumentNumber[] {
  const folded = foldText(text);
  return [...folded.text.matchAll(SHAPE)].flatMap((match) => {
    const written = readMatch(match, folded.text);
    const stem = judge(written);
    if (stem === undefined) return [];
    const { run = '', body = '' } = match.groups!;
    const tail = stem.length > 0 && !written.run.endsWith(stem) ? match[0].lastIndexOf(written.tail) + written.tail.length : 0;
    const bodyStart = match[0].indexOf(body, run.length);
    const inRun = stem && (tail ? stem.length - written.tail.length : stem.length);
    const first = match.index + (inRun ? run.length - inRun : bodyStart);
    const last = match.index + (tail || bodyStart + body.length) - 1;
    const parsed = composeDocumentNumber(stem, written);
    const index = folded.start[first]!;
    const partial = !stem || /^(?:令|公告|通告)$/u.test(stem);
    return [{ text: text.slice(index, folded.end[last]), index, value: parsed.value, partial, key: parsed.key, parsed }];
  });
}

function readMatch(match: RegExpMatchArray, text: string): WrittenNumber {
  const { run = '', bracketYear, plainYear, joint = '', ordinal, serial = '', closed, tail = '' } = match.groups!;
  const year = bracketYear ?? plainYear;
  return {
    run: match.index && /^[、和与及或]/u.test(run) ? run.slice(1) : run,
    year: year ? Number(year) : undefined,
    bracketed: Boolean(bracketYear),
    serial,
    ordinal: Boolean(ordinal) || joint.includes('年'),
    closed: Boolean(closed),
    ends: END.test(text.slice(match.index! + match[0].length, match.index! + match[0].length + 8)),
    tail,
  };
}

/** The stem of the number, empty when it is missing, undefined when the digits are no document number. */
function judge(written: WrittenNumber): string | undefined {
  const { year, closed, ordinal, bracketed, ends } = written;
  if (Number(written.serial) === 0) return undefined;
  const stem = stemAtEnd(written.run);
  if (written.tail && closed && ordinal && isBody(stem)) return stem + written.tail;
  switch (documentNumberKind(stem)) {
    case 'order':
      return closed || (ends && (stem === '国令' || isBody(stem.slice(0, -1)))) ? stem : undefined;
    case 'announcement':
      return closed && (year || ordinal) ? stem : undefined;
    case 'proposal':
      return closed && year && ordinal ? stem : undefined;
    case 'document':
      if (!year) return undefined;
      return bracketed ? bracketedStem(stem, written) : plainStem(stem, written);
  }
}

function bracketedStem(full: string, { closed, ends, run }: WrittenNumber): string | undefined {
  const stem = full.replace(/^.*、/u, '');
  if (closed) return stem.length >= 2 && stem.length <= 12 ? stem : '';
  if (ends && isSeriesStem(stem)) return stem;
  return ends && !run ? '' : undefined;
}

function plainStem(full: string, { closed, ends, run }: WrittenNumber): string | undefined {
  const stem = full.replace(/^.*、/u, '');
  if (isWellKnownStem(stem)) return closed || ends ? stem : undefined;
  // A city's own series with nothing before and nothing after it: 澜政发2025 8.
  if (ends && stem === run && stem.length >= 3 && stem.length <= 7 && isSeriesStem(stem)) return stem;
  return closed && stem.length <= 10 && isSeriesStem(stem) ? stem : undefined;
}
