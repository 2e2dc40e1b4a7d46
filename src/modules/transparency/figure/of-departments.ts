import type { Departments } from './figure-source.js';

/** A condition on a column of department codes, with `parameter` such as `$2`: any of them, or everything where none are given. Pure. */
export function ofDepartments(column: string, parameter: string, departments: Departments | undefined): string {
  if (!departments) return `${parameter}::text[] IS NULL`;
  const known = `${column} = ANY (${parameter}::text[])`;
  return departments.includes(null) ? `(${known} OR ${column} IS NULL)` : known;
}
