import { Injectable } from '@nestjs/common';
import { RecordRepository } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import { addDays } from '../../kernel/date/index.js';
import { Clock } from '../../kernel/clock.js';
import type { ViewerKey } from '../access/table-viewer.js';
import type { UsageQuery } from './usage.model.js';
import { usageRange } from './usage-range.js';
import { type UsedDataset, type UsedDay, UsageRepository } from './usage.repository.js';
import { unknownDataset } from '../access/unknown-dataset.js';

/** How often data was used: of a dataset for everybody, of a key for whoever holds it. */
@Injectable()
export class UsageReader {
  constructor(
    private readonly records: RecordRepository,
    private readonly usage: UsageRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError BAD_REQUEST, NOT_FOUND, GONE */
  async ofDataset(identifier: string, query: UsageQuery): Promise<UsedDay[]> {
    const { from, to } = usageRange(query, this.clock.today());
    const record = await this.records.findByIdentifier(identifier);
    if (record?.kind !== 'dataset') throw unknownDataset(identifier);
    if (record.status === 'withdrawn')
      throw new AppError('GONE', `“${record.title}”已经撤回。`, { english: `The dataset ${identifier} was withdrawn.` });
    return this.usage.ofRecord(record.id, from, to);
  }

  /** The most used datasets of the thirty days before today: the same all day, so that pages which show them can be kept. */
  mostUsed(limit: number): Promise<UsedDataset[]> {
    const { from, to } = usageRange({ to: addDays(this.clock.today(), -1) }, this.clock.today());
    return this.usage.mostUsed(from, to, limit);
  }

  /** @throws AppError BAD_REQUEST */
  ofKey({ id }: ViewerKey, query: UsageQuery): Promise<UsedDay[]> {
    const { from, to } = usageRange(query, this.clock.today());
    return this.usage.ofKey(id, from, to);
  }
}
