import { Injectable } from '@nestjs/common';
import { RecordRepository, type RecordRow } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import type { TableViewer } from './table-viewer.js';

export type { TableViewer } from './table-viewer.js';

/** Says which datasets' tables somebody may read: those that are open to all. */
@Injectable()
export class TableAccess {
  constructor(private readonly records: RecordRepository) {}

  /** The published dataset. @throws AppError NOT_FOUND, GONE when it was withdrawn, FORBIDDEN when its data is not open to the viewer */
  async demand(identifier: string, viewer: TableViewer): Promise<RecordRow> {
    const record = await this.records.findByIdentifier(identifier);
    if (record?.kind !== 'dataset')
      throw new AppError('NOT_FOUND', `没有标识符为“${identifier}”的数据，请检查标识符，或用搜索查找。`, {
        english: `There is no dataset ${identifier}.`,
      });
    const refusal = this.refusal(record, viewer);
    if (refusal) throw refusal;
    return record;
  }

  /** Those of these datasets that the viewer may read. */
  async readable(identifiers: readonly string[], viewer: TableViewer): Promise<RecordRow[]> {
    const records = await this.records.findByIdentifiers(identifiers);
    return records.filter((record) => record.kind === 'dataset' && !this.refusal(record, viewer));
  }

  private refusal({ identifier, title, status, withdrawalReason, profile }: RecordRow, _viewer: TableViewer): AppError | undefined {
    if (status === 'withdrawn')
      return new AppError('GONE', `“${title}”已经撤回，数据不再提供。原因：${withdrawalReason ?? '未说明'}`, {
        english: `The dataset ${identifier} was withdrawn.`,
      });
    const { openness } = profile as { openness?: string | null };
    if (openness === 'conditional')
      return new AppError('FORBIDDEN', `“${title}”有条件开放：请先申请，批准后用得到的密钥访问。`, {
        english: 'This data is open on conditions: apply for it, then use the key you are given.',
      });
    if (openness === 'none') return new AppError('FORBIDDEN', `“${title}”不予开放。`, { english: 'This data is not open.' });
    return undefined;
  }
}
