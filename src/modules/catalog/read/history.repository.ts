import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { RecordKind } from '../record/record.entity.js';
import { RevisionRow } from '../write/revision.entity.js';

/** A record of whatever status, as far as its history must know it. */
export interface HistorySubject {
  id: string;
  identifier: string;
  kind: RecordKind;
  status: string;
  title: string;
  revision: number;
  department: string | null;
}

/** One line of a history: who changed the record, when, why, and whether it is signed. */
export interface HistoryEntry {
  revision: number;
  action: string;
  actor: string;
  reason: string | null;
  createdAt: Date;
  signedAt: Date | null;
}

const MOST = 500;

/** Revisions of one record. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly source: DataSource) {}

  async subject(identifier: string): Promise<HistorySubject | undefined> {
    const [row] = await this.source.query<HistorySubject[]>(
      'SELECT id, identifier, kind, status, title, revision, department FROM record WHERE identifier = $1',
      [identifier],
    );
    return row;
  }

  /** Newest first, without the content. */
  entries(recordId: string): Promise<HistoryEntry[]> {
    return this.source.query(
      `SELECT v.revision, v.action, v.actor, v.reason, v.created_at AS "createdAt", s.signed_at AS "signedAt"
         FROM record_revision v LEFT JOIN record_signature s ON s.record_id = v.record_id AND s.revision = v.revision
        WHERE v.record_id = $1 ORDER BY v.revision DESC LIMIT ${MOST}`,
      [recordId],
    );
  }

  /** Some revisions, whole. */
  whole(recordId: string, revisions: readonly number[]): Promise<RevisionRow[]> {
    return this.source.manager.find(RevisionRow, { where: { recordId, revision: In([...revisions]) } });
  }

  /** Whole revisions that came after the record was last withdrawn, newest first. */
  sinceWithdrawal(
    recordId: string,
    { before, only, limit }: { before?: number; only?: readonly number[]; limit: number },
  ): Promise<RevisionRow[]> {
    return this.source.manager
      .createQueryBuilder(RevisionRow, 'v')
      .where('v.record_id = :recordId', { recordId })
      .andWhere(
        `v.revision > coalesce((SELECT max(revision) FROM record_revision WHERE record_id = :recordId AND action = 'withdrawn'), 0)`,
      )
      .andWhere('(:before::int IS NULL OR v.revision < :before::int)', { before: before ?? null })
      .andWhere('(:only::int[] IS NULL OR v.revision = ANY(:only::int[]))', { only: only ? [...only] : null })
      .orderBy('v.revision', 'DESC')
      .limit(limit)
      .getMany();
  }
}
