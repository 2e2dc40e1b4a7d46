import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that must happen once however often they are sent, and their answers. */
export class CreateIdempotencyKey1764000760000 implements MigrationInterface {
  readonly name = 'CreateIdempotencyKey1764000760000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotency_key (
        participant text NOT NULL,
        key text COLLATE "C" NOT NULL,
        fingerprint text NOT NULL,
        run text NOT NULL,
        started_at timestamptz NOT NULL,
        committed_at timestamptz,
        answer jsonb,
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (participant, key)
      )`);
    await queryRunner.query(`CREATE INDEX idempotency_key_started ON idempotency_key (started_at)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotency_key');
  }
}
