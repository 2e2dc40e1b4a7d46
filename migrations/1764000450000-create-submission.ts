import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What departments prepare for publication, and who decided what about it. */
export class CreateSubmission1764000450000 implements MigrationInterface {
  readonly name = 'CreateSubmission1764000450000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE submission (
        id uuid NOT NULL CONSTRAINT submission_pkey PRIMARY KEY,
        action text NOT NULL,
        kind text NOT NULL,
        identifier text COLLATE "C" NOT NULL,
        title text NOT NULL,
        department text NOT NULL CONSTRAINT submission_department_fkey REFERENCES department (code),
        state text NOT NULL,
        returned boolean NOT NULL DEFAULT false,
        content jsonb NOT NULL,
        reason text,
        version integer NOT NULL,
        base_revision integer,
        published_revision integer,
        author text NOT NULL,
        writers text[] NOT NULL,
        reviewer text,
        findings jsonb NOT NULL DEFAULT '[]',
        formed_on text NOT NULL,
        due_on text NOT NULL,
        due_certain boolean NOT NULL,
        scheduled_for timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT submission_action_check CHECK (action IN ('publish', 'withdraw')),
        CONSTRAINT submission_state_check CHECK (state IN ('draft', 'submitted', 'reviewed', 'scheduled', 'published', 'discarded'))
      )`);
    // Two people preparing the same record at once would overwrite each other's work.
    await queryRunner.query(
      `CREATE UNIQUE INDEX submission_open ON submission (identifier) WHERE state IN ('draft', 'submitted', 'reviewed', 'scheduled')`,
    );
    await queryRunner.query(`CREATE INDEX submission_department ON submission (department, state, updated_at)`);
    await queryRunner.query(`CREATE INDEX submission_scheduled ON submission (scheduled_for) WHERE state = 'scheduled'`);
    await queryRunner.query(`
      CREATE TABLE submission_step (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT submission_step_pkey PRIMARY KEY,
        submission_id uuid NOT NULL CONSTRAINT submission_step_submission_fkey REFERENCES submission (id),
        version integer NOT NULL,
        action text NOT NULL,
        actor text NOT NULL,
        opinion text,
        basis text[] NOT NULL DEFAULT '{}',
        overrides jsonb NOT NULL DEFAULT '[]',
        content_hash text NOT NULL,
        at timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX submission_step_submission ON submission_step (submission_id, id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE submission_step');
    await queryRunner.query('DROP TABLE submission');
  }
}
