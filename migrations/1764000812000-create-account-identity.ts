import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who an account is at an OpenID Connect provider; a name alone could come to mean somebody else. */
export class CreateAccountIdentity1764000812000 implements MigrationInterface {
  readonly name = 'CreateAccountIdentity1764000812000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account_identity (
        issuer text NOT NULL,
        subject text COLLATE "C" NOT NULL,
        account_id bigint NOT NULL CONSTRAINT account_identity_account_fkey REFERENCES account (id),
        linked_at timestamptz NOT NULL,
        CONSTRAINT account_identity_pkey PRIMARY KEY (issuer, subject),
        CONSTRAINT account_identity_account_key UNIQUE (account_id)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE account_identity');
  }
}
