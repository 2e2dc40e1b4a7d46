import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that soon are no longer in force are found without reading all others. */
export class FindDocumentsThatEnd1764000897100 implements MigrationInterface {
  readonly name = 'FindDocumentsThatEnd1764000897100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX record_expires_on ON record ((profile->>'expiresOn')) WHERE profile->>'expiresOn' IS NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX record_expires_on');
  }
}
