import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What editors decide about queries, and how often queries are asked and answers opened: by day, without anything about a person. */
export class CreateSearchPreferences1764000300000 implements MigrationInterface {
  name = 'CreateSearchPreferences1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_best_bet (
        query_key  text        NOT NULL,
        query      text        NOT NULL,
        pinned     bigint[]    NOT NULL,
        buried     bigint[]    NOT NULL,
        note       text        NOT NULL,
        updated_by text        NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT search_best_bet_pkey PRIMARY KEY (query_key)
      )`);
    // record_id 0 counts the query itself, any other how often that record was opened from its results.
    await runner.query(`
      CREATE TABLE search_usage (
        query_key text    NOT NULL,
        record_id bigint  NOT NULL,
        day       date    NOT NULL,
        query     text    NOT NULL,
        count     integer NOT NULL,
        CONSTRAINT search_usage_pkey PRIMARY KEY (query_key, record_id, day)
      )`);
    await runner.query('CREATE INDEX search_usage_day_idx ON search_usage (day)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_usage, search_best_bet');
  }
}
