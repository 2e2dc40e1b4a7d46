import type { ColumnStatistics, PlainValue } from '../table/column-statistics.js';
import type { DataVersionRow } from '../table/data-version.entity.js';
import type { ReadableTable } from '../table/table-reader.js';
import type { ColumnStatisticsModel, DataTableModel, TableVersionModel } from './table.model.js';

/** Address of a table in the interface; parts of it follow. Pure. */
export function tableApiUrl(identifier: string, name: string): string {
  return `/api/v1/datasets/${encodeURIComponent(identifier)}/tables/${encodeURIComponent(name)}`;
}

/** Address of the page of a table. Pure. */
export function tablePageUrl(identifier: string, name: string): string {
  return `/datasets/${encodeURIComponent(identifier)}/tables/${encodeURIComponent(name)}`;
}

/** A table as REST and GraphQL answer it. Pure. */
export function presentTable({ record: { identifier }, table, version }: ReadableTable): DataTableModel {
  const statistics = new Map(version.statistics.map((each) => [each.key, each]));
  return {
    dataset: identifier,
    name: table.name,
    title: table.title,
    version: version.number,
    rowCount: Number(version.rowCount),
    updatedAt: version.createdAt.toISOString(),
    sha256: version.sha256,
    byteSize: Number(version.byteSize),
    columns: version.schema.columns.map(({ key, name, type, unit, item, description }) => ({
      key,
      name,
      type,
      unit: unit ?? null,
      item: item ?? null,
      description: description ?? null,
      statistics: presentStatistics(statistics.get(key)),
    })),
    notes: version.notes,
    rowsUrl: `${tableApiUrl(identifier, table.name)}/rows`,
    url: tablePageUrl(identifier, table.name),
  };
}

/** A version as the list of versions has it. Pure. */
export function presentVersion(identifier: string, name: string, version: DataVersionRow): TableVersionModel {
  return {
    version: version.number,
    rowCount: Number(version.rowCount),
    createdAt: version.createdAt.toISOString(),
    sha256: version.sha256,
    sourceSha256: version.source.sha256 ?? null,
    notes: version.notes,
    rowsUrl: `${tableApiUrl(identifier, name)}/rows?version=${version.number}`,
  };
}

function presentStatistics(statistics: ColumnStatistics | undefined): ColumnStatisticsModel | null {
  if (!statistics) return null;
  const { nulls, distinct, min, max, mean, top, histogram } = statistics;
  return { nulls, distinct, min: textOf(min), max: textOf(max), mean: mean ?? null, top: top ?? [], histogram: histogram ?? [] };
}

const textOf = (value: PlainValue | undefined) => (value === undefined || value === null ? null : String(value));
