import type { Examiner, TextPart } from '../../platform/text-extraction/index.js';
import type { Finding } from '../gate/finding.js';
import { NameColumnRule } from '../gate/name-column.js';
import { MOST, scanContent, STANDING_RULES } from '../gate/scan-content.js';
import { type GateWordEntry, wordRules } from '../gate/word/word-rules.js';

/**
 * The gate over the text of one file, in the thread that reads it: rules run over many pieces at once, and what they
 * find is brought back to its place. Of one rule and weight the first fifty are told.
 */
export class GateExaminer implements Examiner<Finding> {
  private parts: TextPart[] = [];
  private findings: Finding[] = [];
  private readonly told = new Map<string, number>();
  private readonly nameColumns = new NameColumnRule();
  private rules;

  constructor(words: readonly GateWordEntry[]) {
    this.rules = [...STANDING_RULES, ...wordRules(words)];
  }

  add(part: TextPart): void {
    this.parts.push(part);
    const finding = part.row && this.nameColumns.row(part.row.table, part.row.cells, part.place);
    if (finding) this.tell(finding);
  }

  take(): Finding[] {
    this.scan();
    return this.findings.splice(0);
  }

  private scan(): void {
    if (this.parts.length === 0) return;
    const starts: number[] = [];
    let length = 0;
    for (const { text } of this.parts) {
      starts.push(length);
      length += text.length + 1;
    }
    const text = this.parts.map((part) => part.text).join('\n');
    for (const finding of scanContent([{ field: '', text }], this.rules, Infinity)) {
      const index = lastAtOrBefore(starts, finding.start);
      const start = starts[index]!;
      this.tell({ ...finding, field: this.parts[index]!.place, start: finding.start - start, end: finding.end - start });
    }
    this.parts = [];
    // What blocks fifty times over need not be looked for any more.
    this.rules = this.rules.filter(({ name }) => (this.told.get(`${name} block`) ?? 0) < MOST);
  }

  private tell(finding: Finding): void {
    const key = `${finding.rule} ${finding.severity}`;
    const told = this.told.get(key) ?? 0;
    this.told.set(key, told + 1);
    if (told < MOST) this.findings.push(finding);
  }
}

/** The last index whose number is not above `wanted`; the numbers rise. */
function lastAtOrBefore(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (numbers[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What the thread that reads a file calls for. */
export const createExaminer = (words: readonly GateWordEntry[] = []): Examiner<Finding> => new GateExaminer(words);
