import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which day a period runs, apart from the day that is declared last; what is begun anew is known by its document number too. */
export class KeepClockStart1764000811000 implements MigrationInterface {
  readonly name = 'KeepClockStart1764000811000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE submission ADD COLUMN counted_from text, ADD COLUMN document_key text');
    await queryRunner.query('UPDATE submission SET counted_from = formed_on');
    await queryRunner.query('ALTER TABLE submission ALTER COLUMN counted_from SET NOT NULL');
    await queryRunner.query('CREATE INDEX submission_identifier ON submission (identifier)');
    await queryRunner.query('CREATE INDEX submission_document_key ON submission (document_key)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX submission_document_key');
    await queryRunner.query('DROP INDEX submission_identifier');
    await queryRunner.query('ALTER TABLE submission DROP COLUMN counted_from, DROP COLUMN document_key');
  }
}
