import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of the files that are kept: what they are, what they say, and who brought them. */
export class CreateStoredFile1764000700000 implements MigrationInterface {
  readonly name = 'CreateStoredFile1764000700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE stored_file (
        sha256 text COLLATE "C" NOT NULL CONSTRAINT stored_file_pkey PRIMARY KEY,
        byte_size bigint NOT NULL,
        format text NOT NULL,
        media_type text NOT NULL,
        scan text NOT NULL,
        scanned_at timestamptz,
        text text NOT NULL,
        text_state text NOT NULL,
        text_note text,
        findings jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL,
        CONSTRAINT stored_file_scan_check CHECK (scan IN ('clean', 'unscanned')),
        CONSTRAINT stored_file_text_state_check CHECK (text_state IN ('whole', 'partial', 'none'))
      )`);
    // Whoever knows a hash must not get at a file by it: only departments that brought it may attach it.
    await queryRunner.query(`
      CREATE TABLE file_upload (
        sha256 text COLLATE "C" NOT NULL CONSTRAINT file_upload_file_fkey REFERENCES stored_file (sha256),
        department text NOT NULL CONSTRAINT file_upload_department_fkey REFERENCES department (code),
        name text NOT NULL,
        uploader text NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT file_upload_pkey PRIMARY KEY (sha256, department)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE file_upload');
    await queryRunner.query('DROP TABLE stored_file');
  }
}
