import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, their roles and sessions; keys get an owner, a department, scopes and an end. */
export class CreateAccount1764000400000 implements MigrationInterface {
  readonly name = 'CreateAccount1764000400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT account_pkey PRIMARY KEY,
        name text NOT NULL CONSTRAINT account_name_key UNIQUE,
        person_name text NOT NULL,
        email text,
        phone text,
        password_hash text,
        password_changed_at timestamptz,
        must_change_password boolean NOT NULL DEFAULT true,
        previous_hashes text[] NOT NULL DEFAULT '{}',
        failures integer NOT NULL DEFAULT 0,
        last_failed_at timestamptz,
        totp_secret text,
        totp_step bigint,
        recovery_hashes text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz
      )`);
    await queryRunner.query(`
      CREATE TABLE account_role (
        account_id bigint NOT NULL CONSTRAINT account_role_account_fkey REFERENCES account (id),
        role text NOT NULL,
        department text NOT NULL DEFAULT '',
        granted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_role_pkey PRIMARY KEY (account_id, role, department),
        CONSTRAINT account_role_place_check CHECK ((role IN ('systemAdmin', 'securityAdmin', 'auditor')) = (department = ''))
      )`);
    await queryRunner.query(`CREATE INDEX account_role_department ON account_role (department)`);
    await queryRunner.query(`
      CREATE TABLE session (
        id uuid NOT NULL CONSTRAINT session_pkey PRIMARY KEY,
        account_id bigint NOT NULL CONSTRAINT session_account_fkey REFERENCES account (id),
        token_hash text NOT NULL CONSTRAINT session_token_key UNIQUE,
        previous_token_hash text,
        rotated_at timestamptz NOT NULL,
        kind text NOT NULL,
        second_factor_at timestamptz,
        address text,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        confirmed_at timestamptz NOT NULL,
        ended_at timestamptz
      )`);
    await queryRunner.query(`CREATE INDEX session_account ON session (account_id)`);
    await queryRunner.query(`CREATE INDEX session_previous_token ON session (previous_token_hash)`);
    await queryRunner.query(`
      ALTER TABLE api_key
        ADD COLUMN account_id bigint CONSTRAINT api_key_account_fkey REFERENCES account (id),
        ADD COLUMN department text,
        ADD COLUMN scopes text[] NOT NULL DEFAULT '{}',
        ADD COLUMN expires_at timestamptz`);
    // Keys of before could write, explain and set best bets; they keep what they had.
    await queryRunner.query(`UPDATE api_key SET scopes = '{record.publishDirectly,search.explain,bestBet.write}' WHERE revoked_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE api_key DROP COLUMN account_id, DROP COLUMN department, DROP COLUMN scopes, DROP COLUMN expires_at`,
    );
    for (const table of ['session', 'account_role', 'account']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
