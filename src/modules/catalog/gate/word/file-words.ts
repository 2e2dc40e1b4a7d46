import type { Finding } from '../finding.js';
import { readingOf } from '../reading/reading.js';
import { scanContent } from '../scan-content.js';
import { type GateWordEntry, wordRules } from './word-rules.js';

/** What is kept of a file since it was read. */
export interface ReadFile {
  text: string;
  textState: 'whole' | 'partial' | 'none';
  findings: readonly Finding[];
  createdAt: Date;
}

const WORDS = new Set(['wrongWord', 'sensitiveWord']);
const keyOf = (word: string) => readingOf(word).text;

/**
 * The findings of a file as of now: personal data and marks as they were found when it was read, words by the list of
 * today over the text that is kept. Pure.
 */
export function findingsNow(file: ReadFile, words: readonly GateWordEntry[]): Finding[] {
  const listed = new Map(words.filter(({ severity }) => severity !== 'off').map((entry) => [keyOf(entry.word), entry]));
  const placed = new Map(
    file.findings
      .filter(({ rule, masked }) => WORDS.has(rule) && listed.has(keyOf(masked)))
      .map((finding) => [finding, keyOf(finding.masked)]),
  );
  const known = new Set(placed.values());
  const wanted = [...listed].flatMap(([key, entry]) => (known.has(key) ? [] : [entry]));
  return [
    ...file.findings.flatMap((finding) => {
      if (!WORDS.has(finding.rule)) return [finding];
      const key = placed.get(finding);
      return key === undefined ? [] : [underRuleOfToday(finding, listed.get(key)!)];
    }),
    ...inTheirLines(scanContent([{ field: '', text: file.text }], wordRules(wanted)), file.text),
    ...unreadSince(file, wanted),
  ];
}

function underRuleOfToday(finding: Finding, entry: GateWordEntry): Finding {
  const [{ name, severity, message, basis }] = wordRules([entry]) as [ReturnType<typeof wordRules>[number]];
  return { ...finding, rule: name, severity, message, basis };
}

/** The pieces of a file are kept a line each. */
function inTheirLines(findings: readonly Finding[], text: string): Finding[] {
  if (findings.length === 0) return [];
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return findings.map((finding) => {
    const line = starts.findLastIndex((start) => start <= finding.start);
    return { ...finding, field: `文字第 ${line + 1} 段`, start: finding.start - starts[line]!, end: finding.end - starts[line]! };
  });
}

/** Of a long file only the beginning is kept: what follows was looked through for the words of its day. */
function unreadSince({ textState, createdAt }: ReadFile, wanted: readonly GateWordEntry[]): Finding[] {
  const later = wanted.filter(({ updatedAt }) => updatedAt && updatedAt > createdAt);
  if (textState !== 'partial' || later.length === 0) return [];
  return [
    {
      rule: 'unreadText',
      severity: 'warn',
      field: '附件内容',
      start: 0,
      end: 0,
      masked: '',
      message: `附件上传后用词表又增加了${later.map(({ word }) => `“${word}”`).join('、')}，附件只有开头部分按新词检查过：请打开原文核对，或重新上传`,
      basis: '《政府信息公开条例》第十七条',
    },
  ];
}
