import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whole tables as files, made once and kept. */
export class CreateDataExport1764000860000 implements MigrationInterface {
  readonly name = 'CreateDataExport1764000860000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE data_export (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT data_export_pkey PRIMARY KEY,
        version_id bigint NOT NULL CONSTRAINT data_export_version_fkey REFERENCES data_version (id),
        options text NOT NULL,
        state text NOT NULL,
        sha256 text COLLATE "C",
        byte_size bigint,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT data_export_key UNIQUE (version_id, options),
        CONSTRAINT data_export_state_check CHECK (state IN ('waiting', 'done', 'failed'))
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE data_export');
  }
}
