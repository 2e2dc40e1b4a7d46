import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that are told what changes. */
export class CreateWebhook1764000845000 implements MigrationInterface {
  readonly name = 'CreateWebhook1764000845000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE webhook (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT webhook_pkey PRIMARY KEY,
        department text NOT NULL,
        address text NOT NULL,
        kind text,
        of_department text,
        description text,
        secret text NOT NULL,
        state text NOT NULL,
        reason text,
        position bigint NOT NULL,
        revision integer NOT NULL,
        sending_until bigint,
        failures integer NOT NULL,
        failing_since timestamptz,
        last_error text,
        next_try_at timestamptz NOT NULL,
        last_delivered_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT webhook_state_check CHECK (state IN ('active', 'paused')),
        CONSTRAINT webhook_reason_check CHECK ((state = 'paused') = (reason IS NOT NULL))
      )`);
    await queryRunner.query('CREATE INDEX webhook_department ON webhook (department)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE webhook');
  }
}
