import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last serial of the index numbers that were given out, by organ and year. */
export class CreateIndexNumberSerial1764000780000 implements MigrationInterface {
  readonly name = 'CreateIndexNumberSerial1764000780000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE index_number_serial (
        organisation text COLLATE "C" NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL,
        CONSTRAINT index_number_serial_pkey PRIMARY KEY (organisation, year)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE index_number_serial');
  }
}
