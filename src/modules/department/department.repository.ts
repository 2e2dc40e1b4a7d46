import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../platform/database/index.js';
import { DepartmentRow } from './department.entity.js';

/** Code of a department that only its name is known of: the same name gives the same code in every database. */
export function codeOfName(name: string): string {
  return `d${createHash('sha256').update(name).digest('hex').slice(0, 10)}`;
}

/** Reads and writes departments. */
@Injectable()
export class DepartmentRepository {
  constructor(private readonly source: DataSource) {}

  findByCode(code: string): Promise<DepartmentRow | null> {
    return this.source.manager.findOneBy(DepartmentRow, { code });
  }

  async findByCodes(codes: readonly string[]): Promise<DepartmentRow[]> {
    return this.source.manager.createQueryBuilder(DepartmentRow, 'd').where('d.code = ANY(:codes)', { codes }).getMany();
  }

  /** Differs after every change of any department. */
  async state(): Promise<string> {
    const [row] = await this.source.query<{ state: string }[]>(
      `SELECT count(*) || '-' || coalesce(sum(revision), 0) AS state FROM department`,
    );
    return row!.state;
  }

  all(): Promise<DepartmentRow[]> {
    return this.source.manager.createQueryBuilder(DepartmentRow, 'd').orderBy('d.registered', 'DESC').addOrderBy('d.name').getMany();
  }

  /** Codes by name, for full, short and former names of registered departments and full names of the others. */
  codesOfNames(names: readonly string[]): Promise<Map<string, string>> {
    return this.codesByName(this.source.manager, names);
  }

  /** Codes of registered departments by how their names end, where only one does: 公安局 for 澜川市公安局. */
  async codesOfEndings(endings: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.source.query<{ name: string; code: string }[]>(
      `SELECT n.name, min(d.code) AS code FROM unnest($1::text[]) AS n(name)
         JOIN department d ON d.registered AND char_length(n.name) >= 3 AND right(d.name, char_length(n.name)) = n.name
        GROUP BY n.name HAVING count(*) = 1`,
      [endings],
    );
    return new Map(rows.map(({ name, code }) => [name, code]));
  }

  /** The same inside a transaction. */
  async codesByName(transaction: Transaction, names: readonly string[]): Promise<Map<string, string>> {
    const rows = await transaction.query<{ name: string; code: string }[]>(
      `SELECT n.name, coalesce(min(d.code) FILTER (WHERE d.name = n.name), min(d.code)) AS code FROM unnest($1::text[]) AS n(name)
         JOIN department d ON d.name = n.name OR (d.registered AND (n.name = ANY(d.short_names) OR n.name = ANY(d.former_names)))
        GROUP BY n.name HAVING count(DISTINCT d.code) = 1 OR bool_or(d.name = n.name)`,
      [names],
    );
    return new Map(rows.map(({ name, code }) => [name, code]));
  }

  /** Adds departments that only appeared on records; sorted, so that two writers never wait for each other in a ring. */
  async addUnregistered(transaction: Transaction, departments: readonly { name: string; region: string | null }[]): Promise<void> {
    const sorted = [...departments].sort((a, b) => (a.name < b.name ? -1 : 1));
    await transaction.query(
      `INSERT INTO department (code, name, region, registered)
         SELECT *, false FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
      [sorted.map(({ name }) => codeOfName(name)), sorted.map(({ name }) => name), sorted.map(({ region }) => region)],
    );
  }

  /**
   * Registers departments or refreshes what is known of them, by code; a name that is there already, perhaps only from
   * records, keeps the code that records and addresses use.
   */
  async register(departments: readonly Partial<DepartmentRow>[]): Promise<void> {
    await this.source.transaction(async (transaction) => {
      const names = departments.map(({ name }) => name);
      const known = await transaction.query<{ code: string; name: string }[]>('SELECT code, name FROM department WHERE name = ANY($1)', [
        names,
      ]);
      const codes = new Map(known.map(({ code, name }) => [name, code]));
      const rows = departments.map((department) => ({
        ...department,
        code: codes.get(department.name!) ?? department.code,
        registered: true,
      }));
      await transaction.upsert(DepartmentRow, rows, ['code']);
      await transaction.query('UPDATE department SET revision = revision + 1 WHERE code = ANY($1)', [rows.map(({ code }) => code)]);
    });
  }
}
