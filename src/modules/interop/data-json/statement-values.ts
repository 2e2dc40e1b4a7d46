import { type Statement, statementsOf, type Vocabulary } from '../mapping/crosswalk.js';
import type { CatalogEntry } from '../mapping/entry.js';
import type { FactType, FactTypes } from '../mapping/fact.js';

/** Members of an object of JSON; those without a value are left out when it is written. */
export type Members = Record<string, unknown>;

/** Values of each member, by type, in the order of the facts. */
export type Values = { [T in FactType]?: readonly FactTypes[T][] };

/** What a record says, by the members of a vocabulary of JSON: several facts may share one. */
export function membersOf(entry: CatalogEntry, vocabulary: Vocabulary): Map<string, Values> {
  const members = new Map<string, Values>();
  for (const statement of statementsOf(entry, vocabulary)) {
    const values = members.get(statement.word) ?? {};
    members.set(statement.word, merged(values, statement));
  }
  return members;
}

function merged(values: Values, { type, values: more }: Statement): Values {
  return { ...values, [type]: [...(values[type] ?? []), ...more] };
}

/** A list, or nothing when it would be empty: the schemas want lists to hold something. */
export const some = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);

/** Members as their vocabulary writes them; what `write` does not name is left out. Pure. */
export function writtenMembers(members: ReadonlyMap<string, Values>, write: Record<string, (values: Values) => unknown>): Members {
  return Object.fromEntries([...members].flatMap(([name, values]) => (write[name] ? [[name, write[name](values)] as const] : [])));
}
