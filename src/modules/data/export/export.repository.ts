import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { DataExportRow } from './data-export.entity.js';

/** Exports that are kept, in the database. */
@Injectable()
export class ExportRepository {
  constructor(private readonly source: DataSource) {}

  find(versionId: string, options: string): Promise<DataExportRow | null> {
    return this.source.manager.findOneBy(DataExportRow, { versionId, options });
  }

  findById(id: string): Promise<DataExportRow | null> {
    return this.source.manager.findOneBy(DataExportRow, { id });
  }

  /** Enters an export that is to be made; answers the one that stands. */
  async enter(transaction: Transaction, versionId: string, options: string, now: Date): Promise<DataExportRow> {
    await transaction.query(
      `INSERT INTO data_export (version_id, options, state, created_at) VALUES ($1, $2, 'waiting', $3) ON CONFLICT (version_id, options) DO NOTHING`,
      [versionId, options, now],
    );
    return transaction.findOneByOrFail(DataExportRow, { versionId, options });
  }

  async tell(id: string, percent: number): Promise<void> {
    await this.source.manager.update(DataExportRow, id, { percent });
  }

  async update(
    id: string,
    change: Pick<DataExportRow, 'state' | 'finishedAt'> & Partial<Pick<DataExportRow, 'sha256' | 'byteSize'>>,
  ): Promise<void> {
    await this.source.manager.update(DataExportRow, id, change);
  }
}
