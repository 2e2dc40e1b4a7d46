import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Of data only the header and the first rows say what the file is about. */
const DATA_FORMATS = ['csv', 'tsv', 'xlsx', 'ods', 'json', 'geojson', 'jsonl', 'ndjson', 'jsonld', 'xml', 'rdf', 'kml', 'ttl', 'sql'];
const MOST_OF_DATA = 5_000;

/** Reads what the files of records say. */
@Injectable()
export class AttachmentTextRepository {
  constructor(private readonly source: DataSource) {}

  /** The beginnings of the texts by SHA-256, of documents up to `most` characters; files without any text are left out. */
  async beginnings(sha256s: readonly string[], most: number): Promise<Map<string, string>> {
    if (sha256s.length === 0) return new Map();
    const rows = await this.source.query<{ sha256: string; text: string }[]>(
      `SELECT sha256, left(text, CASE WHEN format = ANY($2) THEN least($3::int, $4::int) ELSE $4::int END) AS text
         FROM stored_file WHERE sha256 = ANY($1) AND text <> ''`,
      [[...new Set(sha256s)], DATA_FORMATS, MOST_OF_DATA, most],
    );
    return new Map(rows.map(({ sha256, text }) => [sha256, text]));
  }
}
