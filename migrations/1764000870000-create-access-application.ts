import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications to use data that is open on conditions. */
export class CreateAccessApplication1764000870000 implements MigrationInterface {
  readonly name = 'CreateAccessApplication1764000870000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE access_application (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT access_application_pkey PRIMARY KEY,
        record_id bigint NOT NULL CONSTRAINT access_application_record_fkey REFERENCES record (id),
        key_id bigint NOT NULL CONSTRAINT access_application_key_fkey REFERENCES data_key (id),
        organisation text NOT NULL,
        contact text,
        purpose text NOT NULL,
        months integer NOT NULL,
        state text NOT NULL,
        submitted_at timestamptz NOT NULL,
        due_on text NOT NULL,
        decided_at timestamptz,
        decided_by text,
        note text,
        expires_on text,
        ended_on text,
        CONSTRAINT access_application_state_check CHECK (state IN ('waiting', 'approved', 'rejected', 'revoked', 'withdrawn'))
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX access_application_waiting ON access_application (key_id, record_id) WHERE state = 'waiting'`,
    );
    await queryRunner.query('CREATE INDEX access_application_key ON access_application (key_id, record_id)');
    await queryRunner.query('CREATE INDEX access_application_record ON access_application (record_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE access_application');
  }
}
