import type { Rule, Severity } from '../finding.js';
import { readingOf } from '../reading/reading.js';
import type { GateWordRow } from './gate-word.entity.js';
import builtIn from './wrong-words.json' with { type: 'json' };

/** A word the gate looks for. */
export type GateWordEntry = Pick<GateWordRow, 'word' | 'severity' | 'suggestion' | 'note'> &
  Partial<Pick<GateWordRow, 'updatedBy' | 'updatedAt'>> & { builtIn: boolean };

const BUILT_IN: readonly GateWordEntry[] = builtIn.map(([word, suggestion]) => ({
  word: word!,
  suggestion: suggestion!,
  severity: 'warn',
  note: null,
  builtIn: true,
}));

/** The built-in list under what administrators set, by word. Pure. */
export function gateWords(set: readonly GateWordRow[]): GateWordEntry[] {
  const own = new Map(set.map((row) => [row.word, row]));
  const known = new Set(BUILT_IN.map(({ word }) => word));
  return [
    ...BUILT_IN.map((entry) => ({ ...entry, ...own.get(entry.word) })),
    ...set.filter(({ word }) => !known.has(word)).map((row) => ({ ...row, builtIn: false })),
  ];
}

/** What finds these words: wrong expressions, former names of institutions, and what administrators call sensitive. Pure. */
export function wordRules(words: readonly GateWordEntry[]): Rule[] {
  return words.flatMap((entry) => (entry.severity === 'off' ? [] : [ruleOf(entry, entry.severity)]));
}

function ruleOf({ word, suggestion, note, builtIn: known }: GateWordEntry, severity: Severity): Rule {
  const read = readingOf(word).text;
  // 電腦 for 电脑: a text that is written the right way reads the same.
  const exact = suggestion !== null && readingOf(suggestion).text === read;
  return {
    name: suggestion ? 'wrongWord' : 'sensitiveWord',
    severity,
    message: suggestion
      ? `“${word}”通常应写作“${suggestion}”，请核对${note ? `（${note}）` : '（引用历史文件原文的除外）'}`
      : `“${word}”在敏感词表中${note ? `：${note}` : '，请核对或改写'}`,
    basis: known ? '《通用规范汉字表》及机构现行名称' : '本平台用词表',
    inCodes: true,
    ...(exact ? { confirm: (matched: string) => matched === word } : {}),
    *find(text) {
      if (read === '') return;
      for (let start = text.indexOf(read); start >= 0; start = text.indexOf(read, start + read.length))
        yield { start, end: start + read.length };
    },
    mask: (matched) => matched,
  };
}
