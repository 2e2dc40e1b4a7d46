import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Harvesters come again for what changed since. */
export class FindRecordsByTheirLastChange1764000882000 implements MigrationInterface {
  name = 'FindRecordsByTheirLastChange1764000882000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX record_updated ON record (updated_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX record_updated');
  }
}
