import type { EntryDistribution, EntryTable } from '../../mapping/entry.js';
import { type ResourceKey, resourceIdOf } from './resource-id.js';

/** A resource as CKAN has it: a file, or a table that can be asked for rows. */
export interface CkanResource {
  id: string;
  package_id: string;
  position: number;
  name: string;
  description: string;
  url: string;
  url_type: string | null;
  format: string;
  mimetype: string | null;
  mimetype_inner: null;
  size: number | null;
  hash: string;
  resource_type: null;
  state: 'active';
  datastore_active: boolean;
  cache_url: null;
  cache_last_updated: null;
  created: string;
  last_modified: string | null;
  metadata_modified: string;
}

/** When its package came and last changed; resources have no times of their own. */
export interface ResourceTimes {
  created: string;
  modified: string;
}

const usual = (key: ResourceKey, { created, modified }: ResourceTimes) => ({
  id: resourceIdOf(key),
  package_id: key.identifier,
  position: 0,
  mimetype_inner: null,
  resource_type: null,
  state: 'active' as const,
  cache_url: null,
  cache_last_updated: null,
  created,
  last_modified: modified,
  metadata_modified: modified,
});

/** A file. Pure. */
export function fileResource(identifier: string, file: number, distribution: EntryDistribution, times: ResourceTimes): CkanResource {
  const { title, description, accessUrl, downloadUrl, format, mediaType, byteSize, sha256 } = distribution;
  return {
    ...usual({ identifier, file }, times),
    name: title,
    description: description ?? '',
    url: downloadUrl ?? accessUrl,
    url_type: null,
    format: (format?.code ?? format?.label ?? '').toUpperCase(),
    mimetype: mediaType,
    size: byteSize,
    hash: sha256 ?? '',
    datastore_active: false,
  };
}

/** A table: its rows by datastore_search, whole at its address. Pure. */
export function tableResource(identifier: string, table: EntryTable, times: ResourceTimes): CkanResource {
  const csv = table.exports.find(({ format }) => format === 'csv')!;
  return {
    ...usual({ identifier, table: table.name }, times),
    name: table.title,
    description: `${table.rowCount} 行，可用 datastore_search 逐行查询`,
    url: csv.url,
    url_type: null,
    format: csv.format.toUpperCase(),
    mimetype: csv.mediaType,
    size: null,
    hash: '',
    datastore_active: true,
  };
}
