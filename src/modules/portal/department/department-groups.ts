import type { Department } from '../../department/index.js';
import { inUsualOrder } from './usual-order.js';

/** Departments that stand together on the page. */
export interface DepartmentGroup {
  /** Anchor. */
  id: string;
  /** Name of their region, when the code table has it. */
  region: string | null;
  /** False for names that only appear on records. */
  registered: boolean;
  departments: Department[];
}

/** Those whose full, short or former name contains the text, whatever its case and width. Pure. */
export function departmentsNamed(departments: readonly Department[], text: string): Department[] {
  const sought = folded(text);
  return departments.filter(({ name, shortNames, formerNames }) =>
    [name, ...shortNames, ...formerNames].some((each) => folded(each).includes(sought)),
  );
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** Registered ones by region in the order of the codes, those without a region after them, the others last; each as governments list them. Pure. */
export function groupDepartments(departments: readonly Department[], regionName: (code: string) => string | undefined): DepartmentGroup[] {
  const groups = new Map<string, DepartmentGroup>();
  for (const department of departments) {
    const { registered, region } = department;
    const name = (registered && region && regionName(region)) || null;
    const key = !registered ? '~others' : name && region ? region : '~registered';
    const group = groups.get(key) ?? { id: `group-${key.replace('~', '')}`, region: name, registered, departments: [] };
    group.departments.push(department);
    groups.set(key, group);
  }
  const rank = (key: string) => (key === '~others' ? 2 : key === '~registered' ? 1 : 0);
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([, group]) => ({ ...group, departments: inUsualOrder(group.departments) }));
}
