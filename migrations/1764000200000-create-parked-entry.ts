import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records that the search index cannot take, with the reason; they hold up nobody else. */
export class CreateParkedEntry1764000200000 implements MigrationInterface {
  name = 'CreateParkedEntry1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_parked (
        record_id bigint      NOT NULL,
        version   integer     NOT NULL,
        reason    text        NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT search_parked_pkey PRIMARY KEY (record_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_parked');
  }
}
