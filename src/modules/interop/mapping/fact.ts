import type { Dataset, Document, RecordKind } from '../../catalog/index.js';
import type { CatalogEntry, EntryAgent, EntryConcept, EntryContact, EntryDistribution, EntryRelation, EntryTable } from './entry.js';

/** A data item (信息项) of a dataset. */
export type EntryItem = Dataset['items'][number];

/** A period; either end may be open. */
export interface EntryPeriod {
  start: string | null;
  end: string | null;
}

/** Kinds of values, and how each looks; a writer knows how its vocabulary says each. */
export interface FactTypes {
  /** Text for people, Chinese. */
  text: string;
  /** A text that identifies something, such as a document number. */
  code: string;
  /** An absolute address. */
  address: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string;
  /** ISO 8601 with milliseconds, UTC. */
  instant: string;
  number: number;
  concept: EntryConcept;
  agent: EntryAgent;
  contact: EntryContact;
  period: EntryPeriod;
  distribution: EntryDistribution;
  table: EntryTable;
  item: EntryItem;
  relation: EntryRelation;
}

export type FactType = keyof FactTypes;

/** Something that the catalog knows of a record and vocabularies of others have a word for. */
export interface Fact<T extends FactType = FactType> {
  name: string;
  /** As the standard calls it. */
  label: string;
  kinds: readonly RecordKind[];
  type: T;
  /** Its values; none when the record does not say. */
  read: (entry: CatalogEntry) => readonly FactTypes[T][];
}

const BOTH = ['dataset', 'document'] as const;
type Value<T> = T | null | undefined;

const present = <T>(values: Value<T>[]): T[] => values.filter((value): value is T => value !== null && value !== undefined && value !== '');

/** A fact of every record. */
export function fact<N extends string, T extends FactType>(
  name: N,
  label: string,
  type: T,
  read: (entry: CatalogEntry) => Value<FactTypes[T]>[],
): Fact<T> & { name: N } {
  return { name, label, kinds: BOTH, type, read: (entry) => present(read(entry)) };
}

/** A fact of datasets alone. */
export function datasetFact<N extends string, T extends FactType>(
  name: N,
  label: string,
  type: T,
  read: (dataset: Dataset, entry: CatalogEntry) => Value<FactTypes[T]>[],
): Fact<T> & { name: N } {
  const values = (entry: CatalogEntry) => (entry.record.kind === 'dataset' ? present(read(entry.record, entry)) : []);
  return { name, label, kinds: ['dataset'], type, read: values };
}

/** A fact of documents alone. */
export function documentFact<N extends string, T extends FactType>(
  name: N,
  label: string,
  type: T,
  read: (document: Document, entry: CatalogEntry) => Value<FactTypes[T]>[],
): Fact<T> & { name: N } {
  const values = (entry: CatalogEntry) => (entry.record.kind === 'document' ? present(read(entry.record, entry)) : []);
  return { name, label, kinds: ['document'], type, read: values };
}
