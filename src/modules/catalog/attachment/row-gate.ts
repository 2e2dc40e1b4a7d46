import { Injectable } from '@nestjs/common';
import { rowText } from '../../platform/text-extraction/index.js';
import { demandGrounds } from '../gate/demand-reasons.js';
import type { Finding } from '../gate/finding.js';
import { GateWordService } from '../gate/word/gate-word.service.js';
import { GateExaminer } from './gate-examiner.js';

/** The gate over rows that programs bring, which nobody reviews one by one. */
@Injectable()
export class RowGate {
  constructor(private readonly words: GateWordService) {}

  /** @throws AppError VALIDATION_FAILED naming the rows; `grounds` is why personal data in them are public. Answers what else should be known */
  async demand(header: readonly string[], rows: readonly (readonly (string | null)[])[], grounds: string | null): Promise<string[]> {
    const findings = await this.findings(header, rows);
    demandGrounds(findings, grounds);
    return findings.filter(({ severity }) => severity === 'warn').map(({ field, masked, message }) => `${field}：“${masked}”${message}`);
  }

  /** Each under the number of its row, from 0. */
  private async findings(header: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<Finding[]> {
    const examiner = new GateExaminer(await this.words.entries());
    const add = (place: string, cells: string[]) => examiner.add({ place, text: rowText(cells), row: { table: '', cells } });
    add('columns', [...header]);
    for (const [index, cells] of rows.entries())
      add(
        `rows[${index}]`,
        cells.map((cell) => cell ?? ''),
      );
    return examiner.take();
  }
}
