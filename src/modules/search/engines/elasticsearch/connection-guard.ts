import { errors } from '@elastic/elasticsearch';
import { AppError } from '../../../kernel/app-error.js';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 3_000;
const RETRY_AFTER_SECONDS = 5;
/** Answers of a server that is starting, overloaded or losing nodes, or that does not let us in until an operator has seen to it. */
const PASSING_STATUS = new Set([401, 403, 408, 429]);

/**
 * A read-only block is lifted when there is room on the disk again; an index without shards comes back with its node;
 * an index of the layout before, with a smaller window, is being replaced.
 */
const PASSING_REASON = /cluster_block_exception|no_shard_available|index_not_found|Result window is too large/;

/**
 * Stands between us and a server that may be away: what passes by itself becomes UNAVAILABLE, and after several
 * failures in a row nobody waits for the next one for a while.
 */
export class ConnectionGuard {
  private failures = 0;
  private closedUntil = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @throws AppError UNAVAILABLE when the server cannot answer now */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.now() < this.closedUntil) throw unavailable();
    try {
      const answer = await work();
      this.failures = 0;
      return answer;
    } catch (error) {
      if (!isPassing(error)) throw error;
      // A server that answers is there, whatever it says.
      if (isAbsence(error)) this.failures += 1;
      if (this.failures >= FAILURES_TO_OPEN) this.closedUntil = this.now() + OPEN_MS;
      throw error instanceof AppError ? error : unavailable(error);
    }
  }
}

export function unavailable(cause?: unknown): AppError {
  const error = new AppError('UNAVAILABLE', '检索服务暂时不可用，目录和详情仍可浏览，请稍后再搜。', {
    english: 'Search is unavailable for the moment; records can still be read. Try again shortly.',
    retryAfter: RETRY_AFTER_SECONDS,
  });
  return Object.assign(error, { cause });
}

/** True for what the same request may succeed at later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'UNAVAILABLE';
  if (error instanceof errors.ResponseError) {
    const status = error.statusCode ?? 0;
    return status >= 500 || PASSING_STATUS.has(status) || PASSING_REASON.test(error.message);
  }
  return isAbsence(error);
}

function isAbsence(error: unknown): boolean {
  return (
    error instanceof errors.ConnectionError || error instanceof errors.TimeoutError || error instanceof errors.NoLivingConnectionsError
  );
}
