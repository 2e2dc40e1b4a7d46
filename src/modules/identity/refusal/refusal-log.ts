import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { Clock } from '../../kernel/clock.js';
import { type Refusal, Refusals, requestIdOf } from '../../platform/http/index.js';
import { Log } from '../../platform/logging/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import type { ActingRequest } from '../policy/authenticator.js';
import { RefusalWindow } from './refusal-window.js';

const LONGEST_PLACE = 300;

/** Writes down every request with credentials that was refused, within bounds: who, what was wanted of what, from where. */
@Injectable()
export class RefusalLog implements OnModuleInit, BeforeApplicationShutdown {
  private readonly window = new RefusalWindow();
  private readonly underWay = new Set<Promise<void>>();
  private readonly dropped: () => void;

  constructor(
    private readonly refusals: Refusals,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    this.dropped = metrics.counter('haozhao_refusals_dropped_total', 'Refused requests that were too many for the audit log');
  }

  onModuleInit(): void {
    this.refusals.listen((request, refusal, address) => this.write(request, refusal, address));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** When everything seen so far is written. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private write(request: ActingRequest, refusal: Refusal, address: string | null): void {
    if (!carriesCredentials(request) || !worthNoting(request, refusal)) return;
    if (!this.window.takes(address ?? '', this.clock.now())) return this.dropped();
    const writing = this.audit
      .note(
        entryWithoutRevision({
          actor: (request.actor ?? request.signedIn?.actor)?.name ?? '-',
          action: 'access.refused',
          objectType: request.operation ?? 'open',
          objectId: `${request.method} ${request.originalUrl.split('?')[0]}`.slice(0, LONGEST_PLACE),
          requestId: requestIdOf(request),
          address,
          result: 'refused',
        }),
      )
      .catch((error: unknown) => this.log.error({ error }, 'a refusal was not written down'))
      .finally(() => this.underWay.delete(writing));
    this.underWay.add(writing);
  }
}

const carriesCredentials = ({ headers }: Request): boolean =>
  headers.authorization !== undefined || headers['x-api-key'] !== undefined || (headers.cookie?.includes('haozhao') ?? false);

/** A wrong password at an open sign-in is written down as such already. */
const worthNoting = ({ operation }: ActingRequest, refusal: Refusal): boolean => operation !== undefined || refusal === 'FORBIDDEN';
