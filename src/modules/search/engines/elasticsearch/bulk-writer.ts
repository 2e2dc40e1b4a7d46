import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import type { RefusedEntry } from '../../search-engine.js';
import { WRITE_TIMEOUT_MS } from './client.js';
import { unavailable } from './connection-guard.js';

/** One line of work for `_bulk`. */
export interface BulkAction {
  index: string;
  recordId: string;
  version: number;
  /** Absent for a removal. */
  source?: Record<string, unknown>;
}

const MOST_ACTIONS = 500;
const MOST_CHARACTERS = 4_000_000;
const TRIES = 14;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const LONGEST_REASON = 500;

/** Sends actions in batches that grow while the server keeps up and shrink when it rejects. */
export class BulkWriter {
  private size = MOST_ACTIONS;

  constructor(
    private readonly client: Client,
    private readonly pause: (milliseconds: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  /**
   * Late actions change nothing: versions are ours. Returns the entries that the index cannot hold.
   * @throws AppError UNAVAILABLE when the server keeps rejecting, is read-only or is away
   */
  async write(actions: readonly BulkAction[], refresh: boolean): Promise<RefusedEntry[]> {
    const refused: RefusedEntry[] = [];
    let left = [...actions];
    let rejections = 0;
    while (left.length > 0) {
      const batch = this.next(left);
      const { rejected, failed } = await this.send(batch, refresh && batch.length === left.length);
      refused.push(...failed);
      left = [...rejected, ...left.slice(batch.length)];
      if (rejected.length === 0) {
        this.size = Math.min(MOST_ACTIONS, this.size * 2);
        rejections = 0;
        continue;
      }
      this.size = Math.max(1, Math.floor(batch.length / 2));
      if (++rejections === TRIES) throw unavailable(new Error(`_bulk rejected ${rejected.length} actions ${TRIES} times`));
      await this.pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** rejections));
    }
    return refused;
  }

  private next(actions: BulkAction[]): BulkAction[] {
    let characters = 0;
    let count = 0;
    for (const { source } of actions.slice(0, this.size)) {
      characters += source ? weight(source) : 100;
      if (count > 0 && characters > MOST_CHARACTERS) break;
      count++;
    }
    return actions.slice(0, count);
  }

  private async send(batch: BulkAction[], refresh: boolean): Promise<{ rejected: BulkAction[]; failed: RefusedEntry[] }> {
    const operations = batch.flatMap(({ index, recordId, version, source }) =>
      source
        ? [{ index: { _index: index, _id: recordId, version, version_type: 'external' as const } }, source]
        : [{ delete: { _index: index, _id: recordId, version, version_type: 'external_gte' as const } }],
    );
    const rejected: BulkAction[] = [];
    const failed: RefusedEntry[] = [];
    const answer = await this.client.bulk({ operations, refresh }, { requestTimeout: WRITE_TIMEOUT_MS, maxRetries: 0 }).catch(tooMuch);
    if (typeof answer === 'string') {
      // One entry alone that is too large will be so for ever; a batch may be cut.
      if (answer === 'busy' || batch.length > 1) return { rejected: batch, failed };
      return { rejected, failed: batch.map((action) => ({ ...plain(action), reason: 'the entry is larger than the server takes (413)' })) };
    }
    if (!answer.errors) return { rejected, failed };
    answer.items.forEach((item, position) => {
      const result = item.index ?? item.delete;
      const action = batch[position]!;
      const outcome = outcomeOf(result);
      if (outcome === 'again') rejected.push(action);
      if (outcome === 'refused') failed.push({ ...plain(action), reason: reasonOf(result) });
      if (outcome === 'blocked') throw unavailable(new Error(reasonOf(result)));
    });
    return { rejected, failed };
  }
}

/** A whole request that was too much at once. */
function tooMuch(error: unknown): 'busy' | 'too large' {
  if (error instanceof errors.ResponseError && error.statusCode === 429) return 'busy';
  if (error instanceof errors.ResponseError && error.statusCode === 413) return 'too large';
  throw error;
}

function plain({ recordId, version }: BulkAction): { recordId: string; version: number } {
  return { recordId, version };
}

/** What becomes of an action: a newer version is already there, the server was busy, or the entry itself is wrong. */
function outcomeOf(result: estypes.BulkResponseItem | undefined): 'done' | 'again' | 'refused' | 'blocked' {
  const status = result?.status ?? 500;
  if (status < 300 || status === 404 || result?.error?.type === 'version_conflict_engine_exception') return 'done';
  if (status === 429 && result?.error?.type === 'es_rejected_execution_exception') return 'again';
  return status === 400 ? 'refused' : 'blocked';
}

function reasonOf(result: estypes.BulkResponseItem | undefined): string {
  const { error } = result ?? {};
  return [error?.reason, error?.caused_by?.reason].filter(Boolean).join('：').slice(0, LONGEST_REASON) || 'unknown';
}

function weight(source: Record<string, unknown>): number {
  let sum = 300;
  for (const value of Object.values(source)) if (typeof value === 'string') sum += value.length;
  return sum;
}
