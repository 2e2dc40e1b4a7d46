import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches whose news is sent by mail. */
export class CreateSubscription1764000892000 implements MigrationInterface {
  readonly name = 'CreateSubscription1764000892000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE subscription (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT subscription_pkey PRIMARY KEY,
        mailbox text NOT NULL,
        address text NOT NULL,
        search jsonb NOT NULL,
        search_key text NOT NULL,
        frequency text NOT NULL,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz,
        confirmed_at timestamptz,
        position bigint NOT NULL,
        sending_until bigint,
        due_on text,
        refusals integer NOT NULL DEFAULT 0,
        CONSTRAINT subscription_frequency_check CHECK (frequency IN ('daily', 'weekly')),
        CONSTRAINT subscription_state_check
          CHECK ((confirmed_at IS NULL) = (expires_at IS NOT NULL) AND (confirmed_at IS NULL) = (due_on IS NULL))
      )`);
    await queryRunner.query('CREATE UNIQUE INDEX subscription_waiting ON subscription (mailbox, search_key) WHERE confirmed_at IS NULL');
    await queryRunner.query(
      'CREATE UNIQUE INDEX subscription_confirmed ON subscription (mailbox, search_key) WHERE confirmed_at IS NOT NULL',
    );
    await queryRunner.query('CREATE INDEX subscription_expiry ON subscription (expires_at) WHERE confirmed_at IS NULL');
    await queryRunner.query(`
      CREATE TABLE subscription_count (
        day text NOT NULL,
        subject text NOT NULL,
        count integer NOT NULL,
        CONSTRAINT subscription_count_pkey PRIMARY KEY (day, subject)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE subscription_count');
    await queryRunner.query('DROP TABLE subscription');
  }
}
