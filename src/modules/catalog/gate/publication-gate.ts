import { Injectable } from '@nestjs/common';
import type { FieldError } from '../../kernel/app-error.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import type { Draft } from '../write/draft.js';
import { tableFindings } from './body-table.js';
import { checkProfile } from './check-profile.js';
import { contentParts } from './content-parts.js';
import type { Finding } from './finding.js';
import { publicityFindings } from './publicity.js';
import { remarksOn } from './remarks.js';
import { scanContent, STANDING_RULES } from './scan-content.js';
import { GateWordService } from './word/gate-word.service.js';
import { wordRules } from './word/word-rules.js';

/** What the gate says of a submission. */
export interface Verdict {
  /** What is missing or impossible in the profile. */
  errors: FieldError[];
  findings: Finding[];
}

/** The check before publication: profile, texts of all fields, attachments and table cells, codes. */
@Injectable()
export class PublicationGate {
  constructor(
    private readonly words: GateWordService,
    private readonly attachments: AttachmentService,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** Of a draft to be published; `reason` is shown with it. */
  async check(draft: Draft, reason: string | null): Promise<Verdict> {
    const parts = contentParts(draft);
    return {
      errors: checkProfile(draft),
      findings: [
        ...(await this.scan([...parts, ...reasonPart(reason)])),
        ...tableFindings(parts),
        ...(await this.attachments.findingsIn(draft)),
        ...publicityFindings(draft, this.vocabulary),
        ...remarksOn(draft, this.vocabulary),
      ],
    };
  }

  /** Of the reason of a withdrawal, which everybody will read. */
  async checkWithdrawal(reason: string | null): Promise<Verdict> {
    return { errors: [], findings: await this.scan(reasonPart(reason)) };
  }

  private async scan(parts: Parameters<typeof scanContent>[0]): Promise<Finding[]> {
    return scanContent(parts, [...STANDING_RULES, ...wordRules(await this.words.entries())]);
  }
}

const reasonPart = (reason: string | null) => (reason ? [{ field: 'reason', text: reason }] : []);
