import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NO_TEXT } from '../../platform/text-extraction/index.js';

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

  /** Whether files have a text that programs can read, by SHA-256: false for a scanned PDF; files of which it is not known are left out. */
  async readable(sha256s: readonly string[]): Promise<Map<string, boolean>> {
    if (sha256s.length === 0) return new Map();
    const rows = await this.source.query<{ sha256: string; readable: boolean }[]>(
      `SELECT sha256, text <> '' AS readable FROM stored_file
        WHERE sha256 = ANY($1) AND (text <> '' OR (format = 'pdf' AND text_state = 'none' AND text_note = $2))`,
      [[...new Set(sha256s)], NO_TEXT],
    );
    return new Map(rows.map(({ sha256, readable }) => [sha256, readable]));
  }
}
