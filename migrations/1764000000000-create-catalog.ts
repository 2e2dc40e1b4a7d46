import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments, records with their revisions and relations, the audit log, the outbox and API keys. */
export class CreateCatalog1764000000000 implements MigrationInterface {
  readonly name = 'CreateCatalog1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE department (
        code text NOT NULL CONSTRAINT department_pkey PRIMARY KEY,
        name text NOT NULL CONSTRAINT department_name_key UNIQUE,
        short_names text[] NOT NULL DEFAULT '{}',
        former_names text[] NOT NULL DEFAULT '{}',
        credit_code text,
        region text,
        parent text CONSTRAINT department_parent_fkey REFERENCES department (code),
        registered boolean NOT NULL,
        contact jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now()
      )`);

    await queryRunner.query(`
      CREATE TABLE record (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT record_pkey PRIMARY KEY,
        identifier text COLLATE "C" NOT NULL CONSTRAINT record_identifier_key UNIQUE,
        kind text NOT NULL,
        status text NOT NULL,
        revision integer NOT NULL,
        title text NOT NULL,
        abstract text NOT NULL,
        keywords text[] NOT NULL,
        topic text,
        region text,
        department text CONSTRAINT record_department_fkey REFERENCES department (code),
        co_departments text[] NOT NULL DEFAULT '{}',
        published_on text,
        modified_on text,
        source_url text,
        body text NOT NULL DEFAULT '',
        profile jsonb NOT NULL,
        validity text,
        input_hash text NOT NULL,
        warnings jsonb NOT NULL DEFAULT '[]',
        withdrawal_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT record_kind_check CHECK (kind IN ('dataset', 'document')),
        CONSTRAINT record_status_check CHECK (status IN ('published', 'withdrawn')),
        CONSTRAINT record_revision_check CHECK (revision > 0),
        CONSTRAINT record_identifier_check CHECK (char_length(identifier) BETWEEN 1 AND 200)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX record_resource_code ON record ((profile->>'resourceCode')) WHERE profile->>'resourceCode' IS NOT NULL`,
    );
    await queryRunner.query(`CREATE INDEX record_department ON record (department)`);
    await queryRunner.query(`CREATE INDEX record_kind_id ON record (kind, id)`);
    await queryRunner.query(
      `CREATE INDEX record_document_number ON record ((profile->>'documentNumberKey')) WHERE profile->>'documentNumberKey' IS NOT NULL`,
    );

    await queryRunner.query(`
      CREATE TABLE record_revision (
        record_id bigint NOT NULL CONSTRAINT record_revision_record_fkey REFERENCES record (id),
        revision integer NOT NULL,
        action text NOT NULL,
        snapshot jsonb NOT NULL,
        content_hash text NOT NULL,
        actor text NOT NULL,
        reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT record_revision_pkey PRIMARY KEY (record_id, revision)
      )`);

    await queryRunner.query(`
      CREATE TABLE record_relation (
        source_id bigint NOT NULL CONSTRAINT record_relation_source_fkey REFERENCES record (id),
        type text NOT NULL,
        target text NOT NULL,
        partial boolean NOT NULL DEFAULT false,
        note text,
        CONSTRAINT record_relation_pkey PRIMARY KEY (source_id, type, target)
      )`);
    await queryRunner.query(`CREATE INDEX record_relation_target ON record_relation (target)`);

    await queryRunner.query(`
      CREATE TABLE audit_event (
        seq bigint NOT NULL CONSTRAINT audit_event_pkey PRIMARY KEY,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        object_type text NOT NULL,
        object_id text NOT NULL,
        revision integer,
        before_hash text,
        after_hash text,
        request_id text,
        previous_hash text NOT NULL,
        hash text NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX audit_event_object ON audit_event (object_type, object_id)`);

    await queryRunner.query(`
      CREATE TABLE outbox_message (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_message_pkey PRIMARY KEY,
        transaction_id bigint NOT NULL,
        topic text NOT NULL,
        record_id bigint NOT NULL,
        revision integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(`CREATE INDEX outbox_message_order ON outbox_message (transaction_id, id)`);
    await queryRunner.query(`
      CREATE TABLE outbox_consumer (
        name text NOT NULL CONSTRAINT outbox_consumer_pkey PRIMARY KEY,
        transaction_id bigint NOT NULL,
        message_id bigint NOT NULL
      )`);

    await queryRunner.query(`
      CREATE TABLE api_key (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT api_key_pkey PRIMARY KEY,
        name text NOT NULL,
        prefix text NOT NULL,
        hash text NOT NULL CONSTRAINT api_key_hash_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'api_key',
      'outbox_consumer',
      'outbox_message',
      'audit_event',
      'record_relation',
      'record_revision',
      'record',
      'department',
    ]) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
