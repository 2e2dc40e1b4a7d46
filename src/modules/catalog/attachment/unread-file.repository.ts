import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A file of a published record that nobody has looked into. */
export interface UnreadFile {
  sha256: string;
  /** The name it has in a record. */
  name: string;
  recordId: string;
  revision: number;
}

const FILES = `CROSS JOIN LATERAL jsonb_array_elements(
    CASE WHEN jsonb_typeof(profile -> files.field) = 'array' THEN profile -> files.field ELSE '[]' END) AS file`;
const OF_KIND = `JOIN (VALUES ('dataset', 'resources'), ('document', 'attachments')) AS files (kind, field) USING (kind)`;

/** Finds the files of records that came past the upload. */
@Injectable()
export class UnreadFileRepository {
  constructor(private readonly source: DataSource) {}

  /**
   * Those of these records. With `late`, also those that have been read since the record was written: the search may have
   * taken the record in before that.
   */
  of(recordIds: readonly string[], late: boolean): Promise<UnreadFile[]> {
    return this.source.query<UnreadFile[]>(
      `SELECT DISTINCT ON (1, 3) file ->> 'sha256' AS sha256, coalesce(file ->> 'path', '') AS name, record.id AS "recordId", revision
         FROM record ${OF_KIND} ${FILES}
        WHERE record.id = ANY($1::bigint[]) AND status = 'published' AND file ->> 'sha256' ~ '^[0-9a-f]{64}$'
          AND NOT EXISTS (SELECT FROM stored_file
                           WHERE stored_file.sha256 = file ->> 'sha256' AND (NOT $2 OR stored_file.created_at < record.updated_at))
        ORDER BY 1, 3`,
      [recordIds, late],
    );
  }
}
