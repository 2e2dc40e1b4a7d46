import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each document stands in the 政府信息公开 column; derived from the catalog, so it is filled at the next start. */
export class CreateDisclosureEntry1764000896100 implements MigrationInterface {
  readonly name = 'CreateDisclosureEntry1764000896100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE disclosure_entry (
        record_id bigint CONSTRAINT disclosure_entry_pkey PRIMARY KEY,
        revision integer NOT NULL,
        rules integer NOT NULL,
        listed boolean NOT NULL,
        departments text[] NOT NULL,
        block text,
        item text,
        year integer,
        basis text,
        current boolean NOT NULL,
        published_on text COLLATE "C" NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX disclosure_entry_block ON disclosure_entry (block, published_on, record_id) WHERE listed');
    await queryRunner.query('CREATE INDEX disclosure_entry_item ON disclosure_entry (item, published_on, record_id) WHERE listed');
    await queryRunner.query('CREATE INDEX disclosure_entry_departments ON disclosure_entry USING gin (departments)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE disclosure_entry');
  }
}
