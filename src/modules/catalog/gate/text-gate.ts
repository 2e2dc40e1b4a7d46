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

  /** @throws AppError VALIDATION_FAILED naming the fields that hold what must not be published */
  async demand(parts: readonly ContentPart[]): Promise<void> {
    demandRewriting(scanContent(parts, [...STANDING_RULES, ...wordRules(await this.words.entries())]));
  }
}
