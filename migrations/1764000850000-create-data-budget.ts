import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Budgets of callers, and keys of developers. */
export class CreateDataBudget1764000850000 implements MigrationInterface {
  readonly name = 'CreateDataBudget1764000850000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Unlogged: what a crash loses is that some buckets are full again.
    await queryRunner.query(`
      CREATE UNLOGGED TABLE data_budget (
        caller text CONSTRAINT data_budget_pkey PRIMARY KEY,
        tokens double precision NOT NULL,
        leased double precision NOT NULL,
        at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE data_key (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT data_key_pkey PRIMARY KEY,
        application text NOT NULL,
        purpose text,
        prefix text NOT NULL,
        hash text NOT NULL CONSTRAINT data_key_hash_key UNIQUE,
        created_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await queryRunner.query(`
      CREATE TABLE data_key_issue (
        day text NOT NULL,
        origin text NOT NULL,
        issued integer NOT NULL,
        CONSTRAINT data_key_issue_pkey PRIMARY KEY (day, origin)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE data_key_issue');
    await queryRunner.query('DROP TABLE data_key');
    await queryRunner.query('DROP TABLE data_budget');
  }
}
