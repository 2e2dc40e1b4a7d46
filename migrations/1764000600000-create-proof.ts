import type { MigrationInterface, QueryRunner } from 'typeorm';

const UNCHANGEABLE = ['audit_event', 'audit_root', 'record_revision', 'record_signature'];

/** Signing keys, signatures of revisions, signed roots of the audit log; and the database itself refuses to change what is written once. */
export class CreateProof1764000600000 implements MigrationInterface {
  readonly name = 'CreateProof1764000600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE signing_key (
        id text NOT NULL CONSTRAINT signing_key_pkey PRIMARY KEY,
        algorithm text NOT NULL,
        public_key text NOT NULL,
        private_key text NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz
      )`);
    // Two processes that start together agree on one key.
    await queryRunner.query(`CREATE UNIQUE INDEX signing_key_current ON signing_key (algorithm) WHERE retired_at IS NULL`);
    await queryRunner.query(`
      CREATE TABLE record_signature (
        record_id bigint NOT NULL,
        revision integer NOT NULL,
        key_id text NOT NULL CONSTRAINT record_signature_key_fkey REFERENCES signing_key (id),
        signature text NOT NULL,
        signed_at timestamptz NOT NULL,
        CONSTRAINT record_signature_pkey PRIMARY KEY (record_id, revision)
      )`);
    await queryRunner.query(`
      CREATE TABLE audit_root (
        day text NOT NULL CONSTRAINT audit_root_pkey PRIMARY KEY,
        last_seq bigint NOT NULL,
        hash text NOT NULL,
        key_id text NOT NULL CONSTRAINT audit_root_key_fkey REFERENCES signing_key (id),
        signature text NOT NULL,
        signed_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are written once and never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of UNCHANGEABLE) {
      await queryRunner.query(
        `CREATE TRIGGER ${table}_written_once BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
      );
      await queryRunner.query(
        `CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
      await queryRunner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM PUBLIC`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of UNCHANGEABLE) {
      await queryRunner.query(`DROP TRIGGER ${table}_written_once ON ${table}`);
      await queryRunner.query(`DROP TRIGGER ${table}_never_emptied ON ${table}`);
    }
    await queryRunner.query('DROP FUNCTION refuse_change()');
    for (const table of ['audit_root', 'record_signature', 'signing_key']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
