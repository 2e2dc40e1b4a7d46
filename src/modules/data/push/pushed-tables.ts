import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AuditEntry, AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { RecordRepository, type RecordRow } from '../../catalog/index.js';
import { type ActingContext, demand } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import type { DataTableRow } from '../table/data-table.entity.js';
import type { DataVersionRow } from '../table/data-version.entity.js';
import { TableRepository } from '../table/table.repository.js';
import { PushTurns } from './push-turns.js';

/** How often work is done anew because another process was faster. */
const MOST_TRIES = 5;

/** A table that programs push, at its newest version. */
export interface PushedTable {
  table: DataTableRow;
  version: DataVersionRow;
}

/** A table's name in a dataset, and who does something with it. */
export interface Pushing {
  record: RecordRow;
  name: string;
  context: ActingContext;
}

/** Thrown when another process made a version in between. */
class Overtaken extends Error {}

/** Finds the tables that programs push, for whoever may, and lets what is done to one happen in turn. */
@Injectable()
export class PushedTables {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordRepository,
    private readonly tables: TableRepository,
    private readonly audit: AuditRepository,
    private readonly turns: PushTurns,
  ) {}

  /** Does `work` when nothing else is being done to the table. @throws AppError NOT_FOUND, GONE, FORBIDDEN for the dataset */
  async inTurn<T>(identifier: string, name: string, context: ActingContext, work: (pushing: Pushing) => Promise<T>): Promise<T> {
    const record = await this.dataset(identifier, context);
    return this.turns.take(`${record.id}/${name}`, async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await work({ record, name, context });
        } catch (error) {
          if (!(error instanceof Overtaken)) throw error;
          if (attempt === MOST_TRIES)
            throw new AppError('UNAVAILABLE', '这张表正在被别处修改，请稍后重试。', {
              english: 'The table is being changed elsewhere; try again later.',
              retryAfter: 2,
            });
        }
      }
    });
  }

  /** The table by name, pushed or not, with its newest version. @throws AppError CONFLICT for one that is made of a file */
  async find({ record, name }: Pushing): Promise<Partial<PushedTable>> {
    const table = await this.tables.find(record.id, name);
    if (!table) return {};
    if (table.origin !== 'push')
      throw new AppError('CONFLICT', `表“${table.title}”由附件“${table.fileTitle}”生成，不能推送行；请更换附件，或推送到另一个表名。`, {
        english: 'This table is made of an attached file; replace the file, or push into a table of another name.',
      });
    return { table, version: await this.tables.version(table.id) };
  }

  /** The table that rows are pushed into. @throws AppError NOT_FOUND, GONE, CONFLICT */
  async get(pushing: Pushing): Promise<PushedTable> {
    const { table, version } = await this.find(pushing);
    if (!table || !version)
      throw new AppError('NOT_FOUND', `“${pushing.record.identifier}”没有名为“${pushing.name}”的表；请先用 PUT 定义它。`, {
        english: `The dataset has no table named ${pushing.name}; define it with PUT first.`,
      });
    if (table.retiredAt !== null)
      throw new AppError('GONE', `表“${table.title}”已经移除；请先用 PUT 重新定义它。`, {
        english: 'The table was removed; define it again with PUT.',
      });
    return { table, version };
  }

  /** Changes the table in a transaction that also writes the audit event; `expected` is the version that the change was made from. */
  change<T>(
    { record, name, context }: Pushing,
    { action, expected, remark }: { action: string; expected?: DataVersionRow; remark?: string | null },
    work: (transaction: Transaction, table: DataTableRow | undefined) => Promise<{ result: T; version?: DataVersionRow }>,
  ): Promise<T> {
    return inTransaction(this.source, async (transaction) => {
      const table = (await this.tables.lockTables(transaction, record.id)).find((each) => each.name === name);
      const newest = table && (await this.tables.newest(transaction, table.id));
      if (newest?.id !== expected?.id) throw new Overtaken();
      const { result, version } = await work(transaction, table);
      const entry: AuditEntry = {
        ...entryWithoutRevision({
          actor: context.actor.name,
          action: `table.${action}`,
          objectType: 'table',
          objectId: [`${record.identifier}/${name}`, remark].filter(Boolean).join(' '),
          requestId: context.requestId,
        }),
        revision: version?.number ?? null,
        beforeHash: expected?.sha256 ?? null,
        afterHash: version?.sha256 ?? null,
      };
      await this.audit.append(transaction, [entry]);
      return result;
    });
  }

  private async dataset(identifier: string, { actor }: ActingContext): Promise<RecordRow> {
    const record = await this.records.findByIdentifier(identifier);
    if (record?.kind !== 'dataset')
      throw new AppError('NOT_FOUND', `没有标识符为“${identifier}”的数据；请先发布它的目录，再推送行。`, {
        english: `There is no dataset ${identifier}; publish its record first.`,
      });
    demand(actor, 'data.push', { department: record.department });
    if (record.status === 'withdrawn')
      throw new AppError('GONE', `“${record.title}”已经撤回，不能再推送行。`, { english: `The dataset ${identifier} was withdrawn.` });
    return record;
  }
}
