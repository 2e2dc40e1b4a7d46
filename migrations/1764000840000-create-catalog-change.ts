import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that changed, in one order: what mirrors follow. */
export class CreateCatalogChange1764000840000 implements MigrationInterface {
  readonly name = 'CreateCatalogChange1764000840000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE catalog_change (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT catalog_change_pkey PRIMARY KEY,
        record_id bigint NOT NULL CONSTRAINT catalog_change_record_fkey REFERENCES record (id),
        revision integer,
        table_id bigint CONSTRAINT catalog_change_table_fkey REFERENCES data_table (id),
        version integer,
        action text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT catalog_change_revision_key UNIQUE (record_id, revision),
        CONSTRAINT catalog_change_action_check CHECK (action IN ('created', 'updated', 'withdrawn', 'validity', 'removed', 'restored')),
        CONSTRAINT catalog_change_subject_check CHECK ((revision IS NULL) <> (table_id IS NULL))
      )`);
    await queryRunner.query('CREATE INDEX catalog_change_time ON catalog_change (changed_at)');
    await queryRunner.query(`
      INSERT INTO catalog_change (record_id, revision, table_id, version, action, changed_at)
      SELECT * FROM (
        SELECT record_id, revision, NULL::bigint AS table_id, NULL::integer AS version, action, created_at FROM record_revision
        UNION ALL
        SELECT t.record_id, NULL, t.id, v.number, CASE v.number WHEN 1 THEN 'created' ELSE 'updated' END, v.created_at
          FROM data_version v JOIN data_table t ON t.id = v.table_id
        UNION ALL
        SELECT record_id, NULL, id, NULL, 'removed', retired_at FROM data_table WHERE retired_at IS NOT NULL
      ) AS before
      ORDER BY created_at, record_id, revision NULLS LAST, table_id, version NULLS LAST`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE catalog_change');
  }
}
