import { Injectable } from '@nestjs/common';
import type { RecordRow } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import { nearestName } from '../../kernel/field/index.js';
import { TableAccess, type TableViewer } from '../access/table-access.js';
import type { DataVersionRow } from './data-version.entity.js';
import { TableRepository, type VersionedTable } from './table.repository.js';

/** Most files are tables by then, in seconds. */
const RETRY_AFTER = 10;

/** A table at a version, and the dataset it belongs to. */
export interface ReadableTable extends VersionedTable {
  record: RecordRow;
}

/** Finds tables for whoever may read them. */
@Injectable()
export class TableReader {
  constructor(
    private readonly access: TableAccess,
    private readonly tables: TableRepository,
  ) {}

  /** Tables of a dataset at their newest versions. @throws AppError NOT_FOUND, GONE, FORBIDDEN */
  async list(identifier: string, viewer: TableViewer): Promise<ReadableTable[]> {
    const record = await this.access.demand(identifier, viewer);
    return (await this.tables.current([record.id])).map((found) => ({ ...found, record }));
  }

  /** Tables of several datasets, by identifier; those that the viewer may not read have none. */
  async listOf(identifiers: readonly string[], viewer: TableViewer): Promise<Map<string, ReadableTable[]>> {
    const records = await this.access.readable(identifiers, viewer);
    const found = await this.tables.current(records.map(({ id }) => id));
    return new Map(
      records.map((record) => [
        record.identifier,
        found.filter(({ table }) => table.recordId === record.id).map((each) => ({ ...each, record })),
      ]),
    );
  }

  /** A table by name, at a version or its newest. @throws AppError NOT_FOUND, GONE for one whose file was taken out, FORBIDDEN */
  async get(identifier: string, name: string, viewer: TableViewer, number?: number): Promise<ReadableTable> {
    const [record, found] = await Promise.all([this.access.demand(identifier, viewer), this.tables.atVersion(identifier, name, number)]);
    if (!found) throw await this.missing(record, name, number);
    const { table, version } = found;
    if (table.retiredAt && number === undefined)
      throw new AppError('GONE', `表“${table.title}”的文件已从数据集中移除；以前的各版仍可用 version 参数查询。`, {
        english: 'The file of this table was taken out of the dataset; earlier versions can still be read with version=.',
      });
    return { record, table, version };
  }

  /** All versions of a table, the newest first. @throws AppError like `get` */
  async versions(
    identifier: string,
    name: string,
    viewer: TableViewer,
  ): Promise<{ record: RecordRow; versions: DataVersionRow[]; table: VersionedTable['table'] }> {
    const record = await this.access.demand(identifier, viewer);
    const table = await this.tables.find(record.id, name);
    const versions = table ? await this.tables.versions(table.id) : [];
    if (!table || versions.length === 0) throw await this.unknown(record, name);
    return { record, table, versions };
  }

  private async missing(record: RecordRow, name: string, number?: number): Promise<AppError> {
    const table = number === undefined ? null : await this.tables.find(record.id, name);
    if (!table) return this.unknown(record, name);
    return new AppError('NOT_FOUND', `表“${table.title}”没有第 ${number} 版，现有各版见 versions。`, {
      english: `The table has no version ${number}.`,
      fields: [{ field: 'version', message: '没有这一版' }],
    });
  }

  private async unknown({ id, identifier }: RecordRow, name: string): Promise<AppError> {
    const names = (await this.tables.current([id])).map(({ table }) => table.name);
    const nearest = nearestName(name, names);
    if (names.length === 0 && (await this.tables.isBeingMade(id)))
      throw new AppError('UNAVAILABLE', `“${identifier}”的文件正在转换成表，请稍后再试。`, {
        english: 'The files of this dataset are being made into tables; try again in a moment.',
        retryAfter: RETRY_AFTER,
      });
    const hint = nearest
      ? `，是否想找“${nearest}”？`
      : names.length > 0
        ? `，现有：${names.slice(0, 10).join('、')}。`
        : '：它没有可以逐行查询的表。';
    return new AppError('NOT_FOUND', `“${identifier}”没有名为“${name}”的表${hint}`, { english: `The dataset has no table named ${name}.` });
  }
}
