import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say about records, and what they ask for. */
export class CreateFeedback1764000890000 implements MigrationInterface {
  readonly name = 'CreateFeedback1764000890000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE feedback (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT feedback_pkey PRIMARY KEY,
        kind text NOT NULL,
        record_id bigint CONSTRAINT feedback_record_fkey REFERENCES record (id),
        department text CONSTRAINT feedback_department_fkey REFERENCES department (code),
        title text,
        address text,
        text text NOT NULL,
        contact text,
        token_hash text NOT NULL CONSTRAINT feedback_token_key UNIQUE,
        state text NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_on text NOT NULL,
        due_on text NOT NULL,
        decided_at timestamptz,
        decided_by text,
        answer text,
        published boolean NOT NULL,
        confirmed boolean NOT NULL,
        ended_on text,
        CONSTRAINT feedback_kind_check CHECK (kind IN ('question', 'correction', 'reuse', 'demand')),
        CONSTRAINT feedback_state_check CHECK (state IN ('waiting', 'answered', 'declined')),
        CONSTRAINT feedback_record_check CHECK ((kind = 'demand') = (record_id IS NULL)),
        CONSTRAINT feedback_published_check CHECK (NOT published OR state = 'answered')
      )`);
    await queryRunner.query(`CREATE INDEX feedback_waiting ON feedback (due_on, id) WHERE state = 'waiting'`);
    await queryRunner.query('CREATE INDEX feedback_published ON feedback (record_id, decided_at) WHERE published');
    await queryRunner.query('CREATE INDEX feedback_department ON feedback (department, submitted_on)');
    await queryRunner.query('CREATE INDEX feedback_record ON feedback (record_id)');
    await queryRunner.query(`
      CREATE TABLE feedback_origin (
        day text NOT NULL,
        origin text NOT NULL,
        submitted integer NOT NULL,
        CONSTRAINT feedback_origin_pkey PRIMARY KEY (day, origin)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feedback_origin');
    await queryRunner.query('DROP TABLE feedback');
  }
}
