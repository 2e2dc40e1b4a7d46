import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows programs push have no file. */
export class LetTablesBePushed1764000841000 implements MigrationInterface {
  readonly name = 'LetTablesBePushed1764000841000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE data_table ALTER COLUMN file_title DROP NOT NULL');
    await queryRunner.query('DROP INDEX data_table_place');
    await queryRunner.query(
      `CREATE UNIQUE INDEX data_table_place ON data_table (record_id, file_title, sheet) NULLS NOT DISTINCT WHERE origin = 'file'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX data_table_place');
    await queryRunner.query(`UPDATE data_table SET file_title = 'push:' || name WHERE file_title IS NULL`);
    await queryRunner.query('CREATE UNIQUE INDEX data_table_place ON data_table (record_id, file_title, sheet) NULLS NOT DISTINCT');
    await queryRunner.query('ALTER TABLE data_table ALTER COLUMN file_title SET NOT NULL');
  }
}
