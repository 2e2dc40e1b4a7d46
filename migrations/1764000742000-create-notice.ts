import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices to people, and whether they want them by mail too. */
export class CreateNotice1764000742000 implements MigrationInterface {
  readonly name = 'CreateNotice1764000742000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE account ADD COLUMN mail_notices boolean NOT NULL DEFAULT true`);
    await queryRunner.query(`
      CREATE TABLE notice (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notice_pkey PRIMARY KEY,
        account_id bigint NOT NULL CONSTRAINT notice_account_fkey REFERENCES account (id),
        kind text NOT NULL,
        key text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        link text NOT NULL,
        due_on text,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notice_key UNIQUE (account_id, key)
      )`);
    await queryRunner.query(`CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL`);
    await queryRunner.query(`CREATE INDEX notice_newest ON notice (account_id, id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE notice');
    await queryRunner.query('ALTER TABLE account DROP COLUMN mail_notices');
  }
}
