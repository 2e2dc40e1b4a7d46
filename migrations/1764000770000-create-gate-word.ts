import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sensitive and wrong expressions that the gate looks for, beside the list that comes with the program. */
export class CreateGateWord1764000770000 implements MigrationInterface {
  readonly name = 'CreateGateWord1764000770000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE gate_word (
        word text COLLATE "C" NOT NULL CONSTRAINT gate_word_pkey PRIMARY KEY,
        severity text NOT NULL,
        suggestion text,
        note text,
        updated_by text NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT gate_word_severity_check CHECK (severity IN ('block', 'warn', 'off'))
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE gate_word');
  }
}
