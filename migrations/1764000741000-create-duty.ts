import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years of the working-day calendar, and what departments have to see to. */
export class CreateDuty1764000741000 implements MigrationInterface {
  readonly name = 'CreateDuty1764000741000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE work_year (
        year integer NOT NULL CONSTRAINT work_year_pkey PRIMARY KEY,
        source text NOT NULL,
        off text[] NOT NULL,
        work text[] NOT NULL,
        loaded_by text NOT NULL,
        loaded_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE duty (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT duty_pkey PRIMARY KEY,
        department text NOT NULL CONSTRAINT duty_department_fkey REFERENCES department (code),
        kind text NOT NULL,
        identifier text COLLATE "C" NOT NULL,
        since text NOT NULL,
        due_on text NOT NULL,
        resolved_at timestamptz,
        resolution text,
        resolved_by text,
        next_review_on text,
        CONSTRAINT duty_kind_check CHECK (kind IN ('staleDataset', 'nonDisclosedReview', 'interpretationMissing'))
      )`);
    // However often the night runs, a record has one open duty of a kind.
    await queryRunner.query(`CREATE UNIQUE INDEX duty_open ON duty (kind, identifier) WHERE resolved_at IS NULL`);
    await queryRunner.query(`CREATE INDEX duty_identifier ON duty (identifier, kind, id)`);
    await queryRunner.query(`CREATE INDEX duty_department ON duty (department, due_on)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE duty');
    await queryRunner.query('DROP TABLE work_year');
  }
}
