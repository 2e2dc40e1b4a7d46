import { Injectable } from '@nestjs/common';
import { demandRewriting } from './demand-reasons.js';
import type { ContentPart } from './finding.js';
import { scanContent, STANDING_RULES } from './scan-content.js';
import { GateWordService } from './word/gate-word.service.js';
import { wordRules } from './word/word-rules.js';

/** The gate over short texts from anybody that may be published: what is no record and has no reviewer. */
@Injectable()
export class TextGate {
  constructor(private readonly words: GateWordService) {}

  /**
   * What a visitor writes, before anybody has read it: held against the rules that everybody knows alone, since an answer
   * that names a word of the list would tell the list. @throws AppError VALIDATION_FAILED
   */
  demandOfVisitor(parts: readonly ContentPart[]): void {
    demandRewriting(scanContent(parts, STANDING_RULES));
  }

  /** What is about to be public. @throws AppError VALIDATION_FAILED naming the fields that hold what must not be published */
  async demand(parts: readonly ContentPart[]): Promise<void> {
    demandRewriting(scanContent(parts, [...STANDING_RULES, ...wordRules(await this.words.entries())]));
  }
}
