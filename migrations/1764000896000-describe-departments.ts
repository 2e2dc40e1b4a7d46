import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duties, leaders and internal units of departments, which Art. 20(2) of the regulation wants disclosed. */
export class DescribeDepartments1764000896000 implements MigrationInterface {
  readonly name = 'DescribeDepartments1764000896000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE department ADD COLUMN duties text, ADD COLUMN leaders text, ADD COLUMN internal_units text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE department DROP COLUMN internal_units, DROP COLUMN leaders, DROP COLUMN duties');
  }
}
