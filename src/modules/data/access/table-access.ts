import { Injectable } from '@nestjs/common';
import { RecordRepository, type RecordRow } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import type { AccessApplicationRow } from './access-application.entity.js';
import { AccessApplicationRepository } from './access-application.repository.js';
import { refusalOf } from './access-refusal.js';
import { decisive } from './application-state.js';
import type { TableViewer } from './table-viewer.js';
import { unknownDataset } from './unknown-dataset.js';

export type { TableViewer } from './table-viewer.js';

/** Says which datasets' tables somebody may read: those that are open to all, and those that the viewer's key was granted. */
@Injectable()
export class TableAccess {
  constructor(
    private readonly records: RecordRepository,
    private readonly applications: AccessApplicationRepository,
    private readonly clock: Clock,
  ) {}

  /** The published dataset. @throws AppError NOT_FOUND, GONE when it was withdrawn, FORBIDDEN when its data is not open to the viewer */
  async demand(identifier: string, viewer: TableViewer): Promise<RecordRow> {
    const record = await this.records.findByIdentifier(identifier);
    if (record?.kind !== 'dataset') throw unknownDataset(identifier);
    const refusal = (await this.refusals([record], viewer)).get(record.id);
    if (refusal) throw refusal;
    return record;
  }

  /** Those of these datasets that the viewer may read. */
  async readable(identifiers: readonly string[], viewer: TableViewer): Promise<RecordRow[]> {
    const records = (await this.records.findByIdentifiers(identifiers)).filter(({ kind }) => kind === 'dataset');
    const refusals = await this.refusals(records, viewer);
    return records.filter(({ id }) => !refusals.has(id));
  }

  /** Why not, by id of the record. The database is asked each time: what is revoked opens nothing from then on. */
  private async refusals(records: readonly RecordRow[], viewer: TableViewer): Promise<Map<string, AppError>> {
    const conditional = records.filter(({ profile }) => (profile as { openness?: string | null }).openness === 'conditional');
    const { key } = viewer;
    const known: AccessApplicationRow[] =
      key?.kind === 'data' && conditional.length > 0
        ? await this.applications.ofKey(
            key.id,
            conditional.map(({ id }) => id),
          )
        : [];
    const today = this.clock.today();
    return new Map(
      records.flatMap((record) => {
        const mine = known.filter(({ recordId }) => recordId === record.id);
        const refusal = refusalOf(record, viewer, decisive(mine, today), today);
        return refusal ? [[record.id, refusal] as const] : [];
      }),
    );
  }
}
