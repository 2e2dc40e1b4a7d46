import { Injectable } from '@nestjs/common';
import { RecordRepository, type RecordRow } from '../../catalog/index.js';
import { type Actor, demand } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { TableRepository, type VersionedTable } from '../table/table.repository.js';
import { ConversionRepository } from './conversion.repository.js';
import type { DataConversionRow } from './data-conversion.entity.js';

/** A dataset as its department sees how it became tables. */
export interface ConversionOverview {
  record: RecordRow;
  conversions: DataConversionRow[];
  /** Those of removed files too. */
  tables: VersionedTable[];
}

/** What became of the files of a department's datasets. */
@Injectable()
export class ConversionLog {
  constructor(
    private readonly records: RecordRepository,
    private readonly conversions: ConversionRepository,
    private readonly tables: TableRepository,
  ) {}

  /** The newest first. @throws AppError NOT_FOUND, FORBIDDEN for datasets of other departments */
  async of(identifier: string, actor: Actor): Promise<DataConversionRow[]> {
    return this.conversions.ofRecord((await this.record(identifier, actor)).id);
  }

  /** @throws AppError like `of` */
  async overview(identifier: string, actor: Actor): Promise<ConversionOverview> {
    const record = await this.record(identifier, actor);
    const [conversions, tables] = await Promise.all([
      this.conversions.ofRecord(record.id),
      this.tables.current([record.id], { retired: true }),
    ]);
    return { record, conversions, tables };
  }

  private async record(identifier: string, actor: Actor): Promise<RecordRow> {
    const record = await this.records.findByIdentifier(identifier);
    if (record?.kind !== 'dataset')
      throw new AppError('NOT_FOUND', `没有标识符为“${identifier}”的数据，请检查标识符。`, {
        english: `There is no dataset ${identifier}.`,
      });
    demand(actor, 'submission.read', { department: record.department });
    return record;
  }
}
