import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit events say from where and with what result; sessions say how somebody signed in; a state of a sign-in elsewhere counts once. */
export class NoteWhereFrom1764000730000 implements MigrationInterface {
  readonly name = 'NoteWhereFrom1764000730000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE audit_event ADD COLUMN address text, ADD COLUMN result text`);
    await queryRunner.query(`ALTER TABLE session ADD COLUMN method text NOT NULL DEFAULT 'password'`);
    await queryRunner.query(`
      CREATE TABLE spent_state (
        hash text NOT NULL CONSTRAINT spent_state_pkey PRIMARY KEY,
        spent_at timestamptz NOT NULL
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE spent_state`);
    await queryRunner.query(`ALTER TABLE session DROP COLUMN method`);
    await queryRunner.query(`ALTER TABLE audit_event DROP COLUMN address, DROP COLUMN result`);
  }
}
