import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often tables are used, by day. */
export class CreateDataUsage1764000871000 implements MigrationInterface {
  readonly name = 'CreateDataUsage1764000871000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE data_usage (
        table_id bigint NOT NULL CONSTRAINT data_usage_table_fkey REFERENCES data_table (id),
        day text NOT NULL,
        kind text NOT NULL,
        keyed boolean NOT NULL,
        requests bigint NOT NULL,
        CONSTRAINT data_usage_pkey PRIMARY KEY (table_id, day, kind, keyed)
      )`);
    await queryRunner.query(`
      CREATE TABLE data_key_usage (
        key_id bigint NOT NULL CONSTRAINT data_key_usage_key_fkey REFERENCES data_key (id),
        table_id bigint NOT NULL CONSTRAINT data_key_usage_table_fkey REFERENCES data_table (id),
        day text NOT NULL,
        kind text NOT NULL,
        requests bigint NOT NULL,
        CONSTRAINT data_key_usage_pkey PRIMARY KEY (key_id, table_id, day, kind)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE data_key_usage');
    await queryRunner.query('DROP TABLE data_usage');
  }
}
