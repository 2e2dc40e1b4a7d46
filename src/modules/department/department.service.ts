import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import { ExpiringCache } from '../kernel/expiring-cache.js';
import type { Transaction } from '../platform/database/index.js';
import type { DepartmentRow } from './department.entity.js';
import type { Department } from './department.model.js';
import { codeOfName, DepartmentRepository } from './department.repository.js';
import { qualifyName } from './qualify-name.js';

/** A department as a record names it, in the region of the record. */
export interface NamedDepartment {
  name: string;
  regionLabel: string | null;
  regionCode: string | null;
}

/** Departments: who provides data and issues documents. */
@Injectable()
export class DepartmentService {
  /** Every list of hits names departments; they change rarely. */
  private readonly recent = new ExpiringCache<string, Department>(5_000, 10_000);

  constructor(private readonly departments: DepartmentRepository) {}

  async list(): Promise<Department[]> {
    return (await this.departments.all()).map(present);
  }

  /** Those that are in the catalog's own list, and not only named by imported records. */
  async registered(): Promise<Department[]> {
    return (await this.list()).filter(({ registered }) => registered);
  }

  /** A short text that differs after every change of any department. */
  state(): Promise<string> {
    return this.departments.state();
  }

  /** @throws AppError NOT_FOUND */
  async get(code: string): Promise<Department> {
    return (await this.withRevision(code)).department;
  }

  /** A department as it stands at a revision. @throws AppError NOT_FOUND */
  async withRevision(code: string): Promise<{ department: Department; revision: number }> {
    const found = await this.departments.findByCode(code);
    if (!found)
      throw new AppError('NOT_FOUND', `没有编号为“${code}”的部门，请在部门列表中查找。`, { english: `There is no department ${code}.` });
    return { department: present(found), revision: found.revision };
  }

  /** Departments by code; unknown codes are absent. */
  async byCodes(codes: readonly string[]): Promise<Map<string, Department>> {
    const load = async (missing: string[]) => new Map((await this.departments.findByCodes(missing)).map((row) => [row.code, present(row)]));
    return this.recent.through(codes, load);
  }

  /** Codes of departments given by code or by name; what is neither stays as given and finds nothing. */
  async codesOf(given: readonly string[]): Promise<string[]> {
    if (given.length === 0) return [];
    const byName = await this.departments.codesOfNames(given);
    const left = given.filter((value) => !byName.has(value));
    const byEnding = left.length > 0 ? await this.departments.codesOfEndings(left) : new Map<string, string>();
    return given.map((value) => byName.get(value) ?? byEnding.get(value) ?? value);
  }

  register(departments: readonly Partial<DepartmentRow>[]): Promise<void> {
    return this.departments.register(departments);
  }

  /** Codes of the departments that records name, adding those not seen before. The key is the name as given with its region. */
  async resolve(transaction: Transaction, named: readonly NamedDepartment[]): Promise<(given: NamedDepartment) => string> {
    const fullName = ({ name, regionLabel }: NamedDepartment) => qualifyName(name, regionLabel);
    const regions = new Map(named.map((one) => [fullName(one), one.regionCode]));
    const known = await this.departments.codesByName(transaction, [...regions.keys()]);
    const missing = [...regions].filter(([name]) => !known.has(name)).map(([name, region]) => ({ name, region }));
    if (missing.length > 0) await this.departments.addUnregistered(transaction, missing);
    return (given) => known.get(fullName(given)) ?? codeOfName(fullName(given));
  }
}

function present(row: DepartmentRow): Department {
  return {
    code: row.code,
    name: row.name,
    shortNames: row.shortNames,
    formerNames: row.formerNames,
    creditCode: row.creditCode,
    region: row.region,
    registered: row.registered,
    contact: Object.keys(row.contact).length > 0 ? row.contact : null,
    duties: row.duties,
    leaders: row.leaders,
    internalUnits: row.internalUnits,
    revision: row.revision,
    url: `/departments/${encodeURIComponent(row.code)}`,
  };
}
