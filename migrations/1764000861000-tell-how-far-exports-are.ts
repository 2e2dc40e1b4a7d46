import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far an export is that is being made. */
export class TellHowFarExportsAre1764000861000 implements MigrationInterface {
  readonly name = 'TellHowFarExportsAre1764000861000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE data_export ADD COLUMN percent integer NOT NULL DEFAULT 0');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE data_export DROP COLUMN percent');
  }
}
