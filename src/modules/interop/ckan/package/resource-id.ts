import { identifierOfName, nameOf } from './package-name.js';

/** Which resource of which package: a file by its place, or a table by its name, which it keeps for ever. */
export type ResourceKey = { identifier: string } & ({ file: number } | { table: string });

/** The id of a resource: name of the package, what it is, and which. Pure; `resourceKeyOf` undoes it. */
export function resourceIdOf(key: ResourceKey): string {
  return `${nameOf(key.identifier)}.${'file' in key ? `file.${key.file}` : `table.${key.table}`}`;
}

/** What an id stands for; undefined when none of ours looks so. Pure. */
export function resourceKeyOf(id: string): ResourceKey | undefined {
  const [, name, kind, which] = /^([a-z0-9_-]+)\.(file|table)\.([A-Za-z0-9_-]{1,100})$/.exec(id) ?? [];
  if (name === undefined || which === undefined) return undefined;
  const identifier = identifierOfName(name);
  if (kind === 'table') return { identifier, table: which };
  return /^(0|[1-9]\d{0,3})$/.test(which) ? { identifier, file: Number(which) } : undefined;
}
