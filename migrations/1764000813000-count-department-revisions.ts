import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts the changes of a department, so that nobody overwrites what somebody else has changed meanwhile. */
export class CountDepartmentRevisions1764000813000 implements MigrationInterface {
  readonly name = 'CountDepartmentRevisions1764000813000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE department ADD COLUMN revision integer NOT NULL DEFAULT 1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE department DROP COLUMN revision');
  }
}
