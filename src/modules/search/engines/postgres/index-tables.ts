/** The tables of one index: the live ones, or the ones being built beside them. */
export interface IndexTables {
  entry: string;
  suggestion: string;
  term: string;
}

export const LIVE: IndexTables = { entry: 'search_entry', suggestion: 'search_suggestion', term: 'search_term' };
export const NEXT: IndexTables = { entry: 'search_entry_next', suggestion: 'search_suggestion_next', term: 'search_term_next' };

/** Goes up when the same entry would be stored or counted otherwise: the index is then built anew beside the old one. */
export const LAYOUT = 'haozhao layout 4';
export const MARK_LAYOUT = `COMMENT ON TABLE ${LIVE.entry} IS '${LAYOUT}'`;

/** Writers hold it shared, whoever creates, switches or drops tables holds it alone. */
export const SWITCH_LOCK = 7_240_001;
/** Writers take turns: they change the counts of the same words in no order of their own. */
export const WRITE_LOCK = 7_240_003;
/** Held by the session that rebuilds for as long as it lives. */
export const REBUILD_LOCK = 7_240_002;

/** Constraints that writing needs; the others are built when everything is written. */
const KEYS = [
  ['search_entry', 'CONSTRAINT', 'search_entry_pkey', 'PRIMARY KEY (id)'],
  ['search_entry', 'CONSTRAINT', 'search_entry_record_id', 'UNIQUE (record_id)'],
  ['search_suggestion', 'CONSTRAINT', 'search_suggestion_pkey', 'PRIMARY KEY (record_id, type, key)'],
  ['search_term', 'CONSTRAINT', 'search_term_pkey', 'PRIMARY KEY (term)'],
] as const;

const INDEXES = [
  ['search_entry_terms', 'search_entry', 'USING gin (terms) WITH (fastupdate = off)'],
  ['search_entry_facets', 'search_entry', 'USING gin (facets, labels) WITH (fastupdate = off)'],
  ['search_entry_identifier', 'search_entry', '(identifier) WHERE alive'],
  ['search_entry_title', 'search_entry', `("left"(title, 200) COLLATE "zh-Hans-CN-x-icu", identifier) WHERE alive`],
  ['search_entry_created_at', 'search_entry', '(created_at, identifier) WHERE alive'],
  ['search_entry_updated_at', 'search_entry', '(updated_at, identifier) WHERE alive'],
  ['search_entry_published_on', 'search_entry', '(published_on, identifier) WHERE alive'],
  ['search_suggestion_key', 'search_suggestion', '(key text_pattern_ops)'],
  ['search_suggestion_pinyin', 'search_suggestion', '(pinyin text_pattern_ops)'],
  ['search_suggestion_initials', 'search_suggestion', '(initials text_pattern_ops)'],
  ['search_term_pinyin', 'search_term', `(pinyin) WHERE pinyin <> ''`],
  ['search_term_initials', 'search_term', `(initials) WHERE initials <> ''`],
  ['search_term_deletions', 'search_term', 'USING gin (deletions)'],
  ['search_term_facet', 'search_term', `(term) WHERE "left"(term, 1) = '@'`],
] as const;

const TABLES = Object.values(LIVE) as string[];

export const DROP_NEXT = `DROP TABLE IF EXISTS ${Object.values(NEXT).join(', ')}`;

export const CREATE_NEXT = [
  ...TABLES.map(
    (table) => `CREATE TABLE ${table}_next (LIKE ${table} INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING STORAGE INCLUDING COMMENTS)`,
  ),
  ...KEYS.map(([table, , name, definition]) => `ALTER TABLE ${table}_next ADD CONSTRAINT ${next(name)} ${definition}`),
].join(';');

export const INDEX_NEXT = [
  ...INDEXES.map(([name, table, definition]) => `CREATE INDEX ${next(name)} ON ${table}_next ${definition}`),
  ...TABLES.map((table) => `ANALYZE ${table}_next`),
].join(';');

/** Old tables go, new ones take their names and the names of their indexes. */
export const SWITCH = [
  `DROP TABLE ${TABLES.join(', ')}`,
  ...TABLES.map((table) => `ALTER TABLE ${table}_next RENAME TO ${table}`),
  ...[...KEYS.map(([, , name]) => name), ...INDEXES.map(([name]) => name)].map((name) => `ALTER INDEX ${next(name)} RENAME TO ${name}`),
  MARK_LAYOUT,
].join(';');

function next(name: string): string {
  return name.replace(/^search_(entry|suggestion|term)/, '$&_next');
}
