import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of datasets, their versions, and the way of attached files to them. */
export class CreateDataTable1764000830000 implements MigrationInterface {
  readonly name = 'CreateDataTable1764000830000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE data_table (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT data_table_pkey PRIMARY KEY,
        record_id bigint NOT NULL CONSTRAINT data_table_record_fkey REFERENCES record (id),
        name text NOT NULL,
        title text NOT NULL,
        origin text NOT NULL,
        file_title text NOT NULL,
        sheet text,
        key_columns text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        retired_at timestamptz,
        CONSTRAINT data_table_name_key UNIQUE (record_id, name),
        CONSTRAINT data_table_origin_check CHECK (origin IN ('file', 'push'))
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX data_table_place ON data_table (record_id, file_title, sheet) NULLS NOT DISTINCT`);
    await queryRunner.query(`
      CREATE TABLE data_version (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT data_version_pkey PRIMARY KEY,
        table_id bigint NOT NULL CONSTRAINT data_version_table_fkey REFERENCES data_table (id),
        number integer NOT NULL,
        sha256 text COLLATE "C" NOT NULL,
        byte_size bigint NOT NULL,
        row_count bigint NOT NULL,
        schema jsonb NOT NULL,
        statistics jsonb NOT NULL,
        source jsonb NOT NULL,
        notes jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT data_version_number_key UNIQUE (table_id, number)
      )`);
    await queryRunner.query(`CREATE INDEX data_version_created ON data_version (created_at, id)`);
    await queryRunner.query(`
      CREATE TABLE data_conversion (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT data_conversion_pkey PRIMARY KEY,
        record_id bigint NOT NULL CONSTRAINT data_conversion_record_fkey REFERENCES record (id),
        sha256 text COLLATE "C" NOT NULL,
        title text NOT NULL,
        format text NOT NULL,
        state text NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        rows_read bigint NOT NULL DEFAULT 0,
        notes jsonb NOT NULL,
        error text,
        queued_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT data_conversion_file_key UNIQUE (record_id, sha256, title),
        CONSTRAINT data_conversion_state_check CHECK (state IN ('waiting', 'running', 'done', 'failed'))
      )`);
    await queryRunner.query(`CREATE INDEX data_conversion_record ON data_conversion (record_id, id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE data_conversion');
    await queryRunner.query('DROP TABLE data_version');
    await queryRunner.query('DROP TABLE data_table');
  }
}
