import type { Pool } from 'pg';
import type { Suggestion } from '../../search-engine.js';
import { identifierKey } from '../special-terms.js';
import { suggestionKey } from '../suggestion-rows.js';

type Row = Suggestion & { key: string };

/** Best first: departments and topics before titles of the same text, short before long. */
const ORDER = `CASE type WHEN 'department' THEN 0 WHEN 'topic' THEN 0 ELSE 1 END, length(key), key`;
const COLUMNS = 'type, identifier, text, key';
const PINYIN = /^[a-z]{2,}$/;
/** Infixes are looked for by scanning; a single character would fit nearly everything. */
const SHORTEST_INFIX = 2;

/** Completions: what starts with the letters typed, then what sounds like them, then what contains them. */
export class SuggestionRepository {
  constructor(private readonly pool: Pool) {}

  async complete(typed: string, limit: number): Promise<Suggestion[]> {
    const key = suggestionKey(typed);
    if (key === '') return [];
    const found = await this.starting('key', [key, identifierKey(typed)], limit);
    if (found.length < limit && PINYIN.test(key)) {
      found.push(...(await this.starting('pinyin', [key], limit)));
      if (key.length <= 12) found.push(...(await this.starting('initials', [key], limit)));
    }
    if (found.length < limit && [...key].length >= SHORTEST_INFIX && !PINYIN.test(key)) found.push(...(await this.containing(key, limit)));
    return unique(found).slice(0, limit);
  }

  private async starting(column: 'key' | 'pinyin' | 'initials', prefixes: string[], limit: number): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT ${COLUMNS} FROM (
         SELECT ${COLUMNS} FROM search_suggestion WHERE ${column} LIKE $1 OR ${column} LIKE $2 LIMIT 500
       ) AS found ORDER BY ${ORDER} LIMIT $3`,
      [pattern(prefixes[0]!), pattern(prefixes.at(-1)!), limit * 2],
    );
    return rows;
  }

  private async containing(key: string, limit: number): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(`SELECT ${COLUMNS} FROM search_suggestion WHERE key LIKE $1 ORDER BY ${ORDER} LIMIT $2`, [
      `%${pattern(key)}`,
      limit * 2,
    ]);
    return rows;
  }
}

/** A prefix pattern in which nothing typed has a meaning of its own. */
function pattern(prefix: string): string {
  return `${prefix.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** One completion a text: many records share a title. */
function unique(rows: Row[]): Suggestion[] {
  const byText = new Map<string, Suggestion>();
  for (const { type, text, identifier, key } of rows) {
    const seen = byText.get(`${type} ${key}`);
    if (!seen) byText.set(`${type} ${key}`, identifier === '' ? { type, text } : { type, text, identifier });
    else if (seen.identifier !== identifier) delete seen.identifier;
  }
  return [...byText.values()];
}
