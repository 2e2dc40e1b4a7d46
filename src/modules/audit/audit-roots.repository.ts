import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { Log } from '../platform/logging/index.js';
import { SigningKeys } from '../platform/signing/index.js';
import { AuditRootRow } from './audit-root.entity.js';

const HOUR = 3_600_000;

/** What is signed of a day. */
export const rootStatement = ({ day, lastSeq, hash }: Pick<AuditRootRow, 'day' | 'lastSeq' | 'hash'>): string =>
  JSON.stringify({ day, hash, lastSeq });

/** Signs the end of every finished day of the audit log. */
@Injectable()
export class AuditRoots implements OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly source: DataSource,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Looks every hour for days to seal; several processes may. */
  start(): void {
    const seal = () => void this.seal().catch((error: unknown) => this.log.error({ err: error }, 'sealing the audit log failed'));
    seal();
    this.timer = setInterval(seal, HOUR).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Seals every finished day that has events and no root yet; answers the days. */
  seal(): Promise<string[]> {
    return this.source.transaction(async (transaction) => {
      const ends = await transaction.query<{ day: string; lastSeq: string; hash: string }[]>(
        `SELECT DISTINCT ON (day) day, seq AS "lastSeq", hash
           FROM (SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, seq, hash FROM audit_event
                  WHERE seq > coalesce((SELECT max(last_seq) FROM audit_root), 0)) e
          WHERE day < $1 ORDER BY day, seq DESC`,
        [this.clock.today()],
      );
      if (ends.length === 0) return [];
      const { keyId, sign } = await this.keys.signer(transaction);
      for (const end of ends) {
        await transaction.query('INSERT INTO audit_root VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (day) DO NOTHING', [
          end.day,
          end.lastSeq,
          end.hash,
          keyId,
          sign(rootStatement(end)),
          this.clock.now(),
        ]);
      }
      return ends.map(({ day }) => day);
    });
  }

  /** The last day that is signed. */
  async latest(): Promise<AuditRootRow | undefined> {
    const [root] = await this.source.manager.find(AuditRootRow, { order: { day: 'DESC' }, take: 1 });
    return root;
  }

  all(): Promise<AuditRootRow[]> {
    return this.source.manager.find(AuditRootRow, { order: { day: 'ASC' } });
  }
}
