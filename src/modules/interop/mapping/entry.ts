import type { AnyRecord, RelationType } from '../../catalog/index.js';
import type { ReadableTable } from '../../data/index.js';
import type { Department } from '../../department/index.js';

/** A term of a code table: its code where the table knows it, its address here, and those of the same in vocabularies of others. */
export interface EntryConcept {
  label: string;
  code: string | null;
  uri: string | null;
  /** Terms of the vocabularies that DCAT-AP asks for; a topic may have two. */
  official: string[];
}

/** An organ that provides data or issues documents. */
export interface EntryAgent {
  name: string;
  /** Code of the department; null for a name that only stands on the record. */
  code: string | null;
  /** Its page. */
  uri: string | null;
  creditCode: string | null;
}

/** Whom to ask; an office, never a person. */
export interface EntryContact {
  name: string;
  phone: string | null;
  email: string | null;
}

/** A file or service by which a record can be had. */
export interface EntryDistribution {
  uri: string;
  title: string;
  description: string | null;
  /** Where it is told of. */
  accessUrl: string;
  /** The file itself, when everybody may have it. */
  downloadUrl: string | null;
  format: EntryConcept | null;
  mediaType: string | null;
  byteSize: number | null;
  sha256: string | null;
}

/** A table that everybody may read, row by row. */
export interface EntryTable {
  uri: string;
  name: string;
  title: string;
  page: string;
  rowsUrl: string;
  openApiUrl: string;
  /** Addresses of the whole table as files. */
  exports: { format: 'csv' | 'xlsx' | 'json' | 'ndjson' | 'parquet'; url: string; mediaType: string }[];
  rowCount: number;
  readable: ReadableTable;
}

/** A relation to another record of this catalog. */
export interface EntryRelation {
  type: RelationType;
  identifier: string;
  uri: string;
  partial: boolean;
}

/** A record with all that vocabularies of others ask of it: codes beside labels, addresses that begin with http. */
export interface CatalogEntry {
  record: AnyRecord;
  /** What stands for the record itself, whatever describes it: `BASE/id/{identifier}`. */
  uri: string;
  /** Its page for people. */
  page: string;
  /** Its description by REST. */
  api: string;
  /** Provider of a dataset, or the issuers of a document, the leading one first. */
  agents: EntryAgent[];
  department: Department | null;
  contact: EntryContact | null;
  concepts: {
    topic: EntryConcept | null;
    region: EntryConcept | null;
    updateCycle: EntryConcept | null;
    openness: EntryConcept | null;
    shareType: EntryConcept | null;
    license: EntryConcept | null;
    documentType: EntryConcept | null;
    validity: EntryConcept | null;
    publicity: EntryConcept | null;
    accessRights: EntryConcept;
  };
  distributions: EntryDistribution[];
  tables: EntryTable[];
  relations: EntryRelation[];
}
