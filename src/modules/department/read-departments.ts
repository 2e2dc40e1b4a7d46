import { readFileSync } from 'node:fs';
import type { DepartmentRow } from './department.entity.js';

interface Line {
  code: string;
  name: string;
  shortNames?: string[];
  formerNames?: string[];
  creditCode?: string;
  regionCode?: string;
  disclosureUnit?: string;
  phone?: string;
  email?: string;
  officeHours?: string;
}

/** Departments of a JSON Lines file: code, name, short and former names, credit code, region, and the disclosure unit. */
export function readDepartments(file: string | URL): Partial<DepartmentRow>[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const given = JSON.parse(line) as Line;
    return {
      code: given.code,
      name: given.name,
      shortNames: given.shortNames ?? [],
      formerNames: given.formerNames ?? [],
      creditCode: given.creditCode ?? null,
      region: given.regionCode ?? null,
      contact: { unit: given.disclosureUnit, phone: given.phone, email: given.email, hours: given.officeHours },
    };
  });
}
