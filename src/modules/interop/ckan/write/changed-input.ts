import { isDeepStrictEqual } from 'node:util';
import type { InputFields } from '../../../catalog/index.js';
import { resourceKeyOf } from '../package/resource-id.js';
import type { GivenFile, PackageFields } from './package-fields.js';

/** What a file of the record is declared as. */
type DeclaredFile = Record<string, unknown>;

const FILES = ['resources', 'attachments'];

/** The input of a new record: what its package says. Pure. */
export function newInput(fields: PackageFields): InputFields {
  return without(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, FILES.includes(name) ? filesOf(value, [], []) : value])),
  );
}

/**
 * The input of a changed record. What the package says as it was shown stays as it was declared, with all that CKAN has no word for
 * (a body, files that are kept here); what it says otherwise takes its place; what it leaves out goes. Pure.
 */
export function changedInput(declared: InputFields, shown: PackageFields, given: PackageFields): InputFields {
  const changed: InputFields = { ...declared };
  for (const [name, value] of Object.entries(given)) {
    if (isDeepStrictEqual(value, shown[name])) continue;
    changed[name] = FILES.includes(name)
      ? filesOf(value, (shown[name] ?? []) as GivenFile[], (declared[name] ?? []) as DeclaredFile[])
      : value;
  }
  return without(changed);
}

/** Files as they are declared: one that is still at its address stays the file that it is. */
function filesOf(given: unknown, shown: readonly GivenFile[], declared: readonly DeclaredFile[]): DeclaredFile[] {
  return ((given ?? []) as GivenFile[]).map((file) => {
    const { id, ...said } = file;
    const key = id === undefined ? undefined : resourceKeyOf(id);
    const place = key && 'file' in key ? shown.findIndex((each) => each.id === id) : -1;
    const before = place < 0 ? undefined : shown[place];
    if (before === undefined || before.url !== file.url || !declared[place]) return without(said);
    const changes = Object.entries(said).filter(([name, value]) => value !== before[name as keyof GivenFile]);
    return without({ ...declared[place], ...Object.fromEntries(changes) });
  });
}

const without = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
