import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key without an owner was counted by its number, and exchanging it made another participant of it. */
const participant = (who: string) =>
  `CASE WHEN ${who} ~ '^key:[0-9]+$' THEN coalesce('key:' || (SELECT name FROM api_key WHERE id = substr(${who}, 5)::bigint), ${who}) ELSE ${who} END`;

/** Who is behind a name of the log; a key of a person is the person. */
const behind = (actor: string) =>
  `CASE WHEN ${actor} = 'cli' OR ${actor} LIKE 'key:%' THEN ${actor}
        ELSE (SELECT 'account:' || id FROM account WHERE name = split_part(${actor}, '/', 1)) END`;

/** Who took part in a submission, for its whole life: the database itself lets nobody be forgotten (four eyes). */
export class KeepParticipants1764000810000 implements MigrationInterface {
  readonly name = 'KeepParticipants1764000810000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE submission ADD COLUMN participants jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query(`
      UPDATE submission s SET participants = coalesce((
        SELECT jsonb_agg(DISTINCT jsonb_build_object('who', who, 'part', part)) FROM (
          SELECT ${participant('writer')} AS who, 'wrote' AS part FROM unnest(s.writers) AS writer
          UNION SELECT ${participant('s.reviewer')}, 'reviewed'
          UNION SELECT ${behind('step.actor')},
                  CASE WHEN step.action = 'approved' THEN 'approved'
                       WHEN step.action = 'passed' OR (
                         SELECT before.action FROM submission_step before
                          WHERE before.submission_id = s.id AND before.id < step.id AND before.action IN ('submitted', 'passed', 'approved')
                          ORDER BY before.id DESC LIMIT 1) = 'submitted' THEN 'reviewed'
                       ELSE 'approved' END
             FROM submission_step step WHERE step.submission_id = s.id AND step.action IN ('passed', 'returned', 'approved')
        ) AS known WHERE who IS NOT NULL), '[]')`);
    await queryRunner.query('ALTER TABLE submission DROP COLUMN writers, DROP COLUMN reviewer');
    await queryRunner.query(`
      CREATE FUNCTION keep_participants() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT NEW.participants @> OLD.participants THEN
          RAISE EXCEPTION 'submission %: participants are never forgotten', OLD.id;
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER submission_participants_kept BEFORE UPDATE ON submission
        FOR EACH ROW WHEN (OLD.participants IS DISTINCT FROM NEW.participants) EXECUTE FUNCTION keep_participants()`);
    await queryRunner.query(`ALTER TABLE file_upload ADD COLUMN uploaders text[] NOT NULL DEFAULT '{}'`);
    await queryRunner.query(`UPDATE file_upload SET uploaders = array_remove(ARRAY[${behind('uploader')}], NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE file_upload DROP COLUMN uploaders');
    await queryRunner.query('DROP TRIGGER submission_participants_kept ON submission');
    await queryRunner.query('DROP FUNCTION keep_participants');
    await queryRunner.query('ALTER TABLE submission ADD COLUMN writers text[], ADD COLUMN reviewer text');
    const inPart = (parts: string) => `SELECT one->>'who' FROM jsonb_array_elements(participants) AS one WHERE one->>'part' IN (${parts})`;
    await queryRunner.query(`
      UPDATE submission SET writers = ARRAY(${inPart(`'wrote', 'uploaded'`)}),
        reviewer = CASE WHEN state IN ('draft', 'submitted', 'discarded') THEN NULL ELSE (${inPart(`'reviewed'`)} LIMIT 1) END`);
    await queryRunner.query('ALTER TABLE submission ALTER COLUMN writers SET NOT NULL, DROP COLUMN participants');
  }
}
