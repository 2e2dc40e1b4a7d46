import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work that follows a transaction. */
export class CreateJob1764000740000 implements MigrationInterface {
  readonly name = 'CreateJob1764000740000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE job (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_pkey PRIMARY KEY,
        name text NOT NULL,
        payload jsonb NOT NULL,
        key text,
        run_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        most_attempts integer NOT NULL,
        last_error text,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        failed_at timestamptz
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX job_key ON job (name, key) WHERE key IS NOT NULL`);
    await queryRunner.query(`CREATE INDEX job_due ON job (run_at, id) WHERE finished_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE job');
  }
}
