import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { RecordKind } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';
import type { RelationType } from './relation-type.js';

/** A relation with the record at its other end, if that is published. */
export interface RelationEnd {
  /** The record that asked. */
  recordId: string;
  type: RelationType;
  incoming: boolean;
  partial: boolean;
  note: string | null;
  identifier: string;
  title: string | null;
  kind: RecordKind | null;
  /** When it was written, or else published. */
  date: string | null;
}

const DATE = (end: 't' | 's') => `coalesce(${end}.profile ->> 'writtenOn', ${end}.published_on) AS date`;

/** Reads relations, in both directions. */
@Injectable()
export class RelationRepository {
  constructor(private readonly source: DataSource) {}

  /** Outgoing relations as given, by record id. */
  async outgoing(transaction: Transaction, ids: readonly string[]): Promise<Map<string, RelationFields[]>> {
    const rows = await transaction.query<(RelationFields & { sourceId: string })[]>(
      `SELECT source_id AS "sourceId", type, target, partial, note FROM record_relation WHERE source_id = ANY($1::bigint[]) ORDER BY type, target`,
      [ids],
    );
    return grouped(
      rows,
      ({ sourceId }) => sourceId,
      ({ sourceId: _, partial, note, ...relation }) => ({ ...relation, ...(partial ? { partial } : {}), ...(note ? { note } : {}) }),
    );
  }

  /** Relations of the records from either end, by record id; a withdrawn record at the other end is not shown. */
  async ends(ids: readonly string[]): Promise<Map<string, RelationEnd[]>> {
    const rows = await this.source.query<RelationEnd[]>(
      `SELECT l.source_id AS "recordId", l.type, false AS incoming, l.partial, l.note, l.target AS identifier, t.title, t.kind, ${DATE('t')}
         FROM record_relation l LEFT JOIN record t ON t.identifier = l.target AND t.status = 'published'
        WHERE l.source_id = ANY($1::bigint[])
       UNION ALL
       SELECT o.id, l.type, true, l.partial, l.note, s.identifier, s.title, s.kind, ${DATE('s')}
         FROM record o JOIN record_relation l ON l.target = o.identifier JOIN record s ON s.id = l.source_id AND s.status = 'published'
        WHERE o.id = ANY($1::bigint[])
        ORDER BY incoming, type, identifier`,
      [ids],
    );
    return grouped(
      rows,
      ({ recordId }) => recordId,
      (row) => row,
    );
  }
}

function grouped<Row, Value>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => Value): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}
