import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What conditions and orders by a field need in the embedded index; the index is built anew at the next start. */
export class LetSearchesBeNarrowed1764000880000 implements MigrationInterface {
  name = 'LetSearchesBeNarrowed1764000880000';

  async up(runner: QueryRunner): Promise<void> {
    // A rebuild that was cut off left tables of the old layout.
    await runner.query(`DROP TABLE IF EXISTS search_entry_next, search_suggestion_next, search_term_next`);
    // Dates and identifiers are compared byte by byte, whatever the language of the database.
    await runner.query(`
      ALTER TABLE search_entry
        ALTER identifier TYPE text COLLATE "C",
        ALTER published_on TYPE text COLLATE "C",
        ALTER modified_on TYPE text COLLATE "C",
        ADD created_at text COLLATE "C" NOT NULL DEFAULT '',
        ADD updated_at text COLLATE "C" NOT NULL DEFAULT '',
        ADD labels text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`COMMENT ON COLUMN search_entry.labels IS
      '@keyword=value and @license=value: apart from facets, so that counting those for people stays cheap'`);
    await runner.query(`CREATE INDEX search_entry_facets ON search_entry USING gin (facets, labels) WITH (fastupdate = off)`);
    await runner.query(`CREATE INDEX search_entry_identifier ON search_entry (identifier) WHERE alive`);
    await runner.query(
      `CREATE INDEX search_entry_title ON search_entry ("left"(title, 200) COLLATE "zh-Hans-CN-x-icu", identifier) WHERE alive`,
    );
    await runner.query(`CREATE INDEX search_entry_created_at ON search_entry (created_at, identifier) WHERE alive`);
    await runner.query(`CREATE INDEX search_entry_updated_at ON search_entry (updated_at, identifier) WHERE alive`);
    await runner.query(`CREATE INDEX search_entry_published_on ON search_entry (published_on, identifier) WHERE alive`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE IF EXISTS search_entry_next, search_suggestion_next, search_term_next`);
    await runner.query(`DROP INDEX search_entry_facets, search_entry_identifier, search_entry_title, search_entry_created_at,
      search_entry_updated_at, search_entry_published_on`);
    await runner.query(`
      ALTER TABLE search_entry DROP labels, DROP updated_at, DROP created_at,
        ALTER modified_on TYPE text, ALTER published_on TYPE text, ALTER identifier TYPE text`);
  }
}
