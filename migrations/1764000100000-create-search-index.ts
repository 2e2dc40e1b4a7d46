import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the embedded search engine: derived data, rebuilt from the catalog at any time. */
export class CreateSearchIndex1764000100000 implements MigrationInterface {
  name = 'CreateSearchIndex1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_entry (
        id           integer  NOT NULL GENERATED ALWAYS AS IDENTITY,
        record_id    text     NOT NULL,
        version      bigint   NOT NULL,
        alive        boolean  NOT NULL,
        identifier   text     NOT NULL,
        title        text     NOT NULL,
        published_on text     NOT NULL,
        modified_on  text     NOT NULL,
        facets       text[]   NOT NULL,
        head         tsvector NOT NULL,
        terms        tsvector NOT NULL,
        words        text     NOT NULL,
        CONSTRAINT search_entry_pkey PRIMARY KEY (id),
        CONSTRAINT search_entry_record_id UNIQUE (record_id)
      )`);
    await runner.query(`ALTER TABLE search_entry
      ALTER head SET STORAGE MAIN, ALTER terms SET STORAGE EXTERNAL, ALTER words SET STORAGE EXTERNAL`);
    await runner.query(`COMMENT ON TABLE search_entry IS
      'One row a record that can be found; a row that is not alive is the tombstone of a removed one'`);
    await runner.query(`COMMENT ON COLUMN search_entry.head IS
      'Title A, keywords, items and organizations B, abstract C, strongest words of the body D; short, so it stays in the row'`);
    await runner.query(`COMMENT ON COLUMN search_entry.terms IS 'Every term, @facet=value, #identifier and ~reitnedi; without positions'`);
    await runner.query(`COMMENT ON COLUMN search_entry.words IS
      'All words in order, four letters each, with a break between fields; read for the few candidates that are ranked closely'`);
    // With fastupdate every search would read through what was written since the last vacuum.
    await runner.query(`CREATE INDEX search_entry_terms ON search_entry USING gin (terms) WITH (fastupdate = off)`);

    await runner.query(`
      CREATE TABLE search_suggestion (
        type       text NOT NULL,
        record_id  text NOT NULL,
        identifier text NOT NULL,
        text       text NOT NULL,
        key        text NOT NULL,
        pinyin     text NOT NULL,
        initials   text NOT NULL,
        CONSTRAINT search_suggestion_pkey PRIMARY KEY (record_id, type, key)
      )`);
    await runner.query(`COMMENT ON TABLE search_suggestion IS
      'Texts completed in the search box: titles and numbers of one record, departments and topics of none (empty record_id)'`);
    await runner.query(`CREATE INDEX search_suggestion_key ON search_suggestion (key text_pattern_ops)`);
    await runner.query(`CREATE INDEX search_suggestion_pinyin ON search_suggestion (pinyin text_pattern_ops)`);
    await runner.query(`CREATE INDEX search_suggestion_initials ON search_suggestion (initials text_pattern_ops)`);

    await runner.query(`
      CREATE TABLE search_term (
        term           text    NOT NULL,
        frequency      integer NOT NULL,
        head_frequency integer NOT NULL,
        pinyin         text    NOT NULL,
        initials       text    NOT NULL,
        deletions      text[]  NOT NULL,
        CONSTRAINT search_term_pkey PRIMARY KEY (term)
      )`);
    await runner.query(`COMMENT ON TABLE search_term IS
      'Vocabulary of the index: number of records with the term anywhere and in their head; sound and one-character deletions for corrections'`);
    await runner.query(`CREATE INDEX search_term_pinyin ON search_term (pinyin) WHERE pinyin <> ''`);
    await runner.query(`CREATE INDEX search_term_initials ON search_term (initials) WHERE initials <> ''`);
    await runner.query(`CREATE INDEX search_term_deletions ON search_term USING gin (deletions)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // A rebuild that was cut off may have left its tables beside the live ones.
    await runner.query(`DROP TABLE IF EXISTS search_entry_next, search_suggestion_next, search_term_next`);
    await runner.query(`DROP TABLE search_term, search_suggestion, search_entry`);
  }
}
