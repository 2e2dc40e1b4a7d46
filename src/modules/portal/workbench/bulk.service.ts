import { Injectable } from '@nestjs/common';
import { type SubmissionRow, WorkflowService } from '../../catalog/index.js';
import type { ActingContext } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';

/** What can be done to several submissions at once. */
export const BULK_ACTIONS = { submit: '提交审查', pass: '审查通过', approve: '签发', discard: '作废' } as const;
export type BulkAction = keyof typeof BULK_ACTIONS;

export const isBulkAction = (name: unknown): name is BulkAction => typeof name === 'string' && Object.hasOwn(BULK_ACTIONS, name);

/** One submission that was ticked, in the version that was shown. */
export interface Ticked {
  id: string;
  version: number;
}

/** What became of one. */
export interface BulkOutcome {
  id: string;
  title: string;
  done: boolean;
  /** Why not. */
  reason?: string;
}

/** What the boxes of a list mean; the same one ticked twice counts once. Pure. */
export function tickedOf(values: readonly string[]): Ticked[] {
  const ticked = values.flatMap((value) => {
    const [, id, version] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(value) ?? [];
    return id && version ? [{ id, version: Number(version) }] : [];
  });
  return [...new Map(ticked.map((one) => [one.id, one])).values()];
}

/** The same step for several submissions: each in a transaction of its own, so that one that is refused takes none with it. */
@Injectable()
export class BulkService {
  constructor(private readonly workflow: WorkflowService) {}

  async run(action: BulkAction, ticked: readonly Ticked[], opinion: string | null, context: ActingContext): Promise<BulkOutcome[]> {
    const outcomes: BulkOutcome[] = [];
    for (const one of ticked) outcomes.push(await this.one(action, one, opinion, context));
    return outcomes;
  }

  private async one(action: BulkAction, { id, version }: Ticked, opinion: string | null, context: ActingContext): Promise<BulkOutcome> {
    let title = id;
    try {
      ({ title } = await this.workflow.get(id, context.actor));
      await this.step(action, id, version, opinion, context);
      return { id, title, done: true };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { id, title, done: false, reason: error.message };
    }
  }

  private step(action: BulkAction, id: string, version: number, opinion: string | null, context: ActingContext): Promise<SubmissionRow> {
    switch (action) {
      case 'submit':
        return this.workflow.submit(id, version, null, context);
      case 'pass':
        return this.workflow.review(id, version, true, { opinion }, context);
      case 'approve':
        return this.workflow.approve(id, version, true, null, { opinion }, context);
      case 'discard':
        return this.workflow.discard(id, version, context);
    }
  }
}
