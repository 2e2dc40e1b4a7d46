import { Injectable } from '@nestjs/common';
import { RowGate } from '../../catalog/index.js';
import type { ActingContext } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { invalid } from '../../kernel/field/index.js';
import { TablePublisher } from '../table/table-publisher.js';
import type { PushedRowsInput, PushMode, PushOutcome } from './push.model.js';
import { pushSql, standingRowsSql } from './push-sql.js';
import { type PushedTable, PushedTables, type Pushing } from './pushed-tables.js';
import { readPushedRows } from './read-pushed-rows.js';
import { VersionMaker, type Workplace } from './version-maker.js';

/** Changes the rows of tables that programs push; every change is a version. */
@Injectable()
export class RowPusher {
  constructor(
    private readonly pushed: PushedTables,
    private readonly publisher: TablePublisher,
    private readonly gate: RowGate,
    private readonly maker: VersionMaker,
  ) {}

  /** All of the rows, or nothing. @throws AppError NOT_FOUND, GONE, FORBIDDEN, CONFLICT, VALIDATION_FAILED naming row and column */
  push(identifier: string, name: string, input: PushedRowsInput, context: ActingContext): Promise<PushOutcome> {
    return this.pushed.inTurn(identifier, name, context, async (pushing) => this.pushInto(pushing, await this.pushed.get(pushing), input));
  }

  private async pushInto(pushing: Pushing, { table, version }: PushedTable, { mode, rows, reason }: PushedRowsInput): Promise<PushOutcome> {
    const { columns } = version.schema;
    const key = table.keyColumns;
    if ((mode === 'upsert' || mode === 'delete') && key.length === 0)
      throw invalidField('mode', `表“${table.title}”没有 key，不能 ${mode}；请用 append 或 replace`);
    const { cells, errors } = readPushedRows(rows, columns, { key, only: mode === 'delete' });
    if (errors.length > 0) throw invalid(errors);
    const header = columns.map((column) => column.name);
    const notes = mode === 'delete' ? [] : await this.gate.demand(header, cells, reason ?? null);
    const made = await this.maker.make({ before: version, cells }, async (workplace) => {
      if (mode === 'append' && key.length > 0) await demandNew(workplace, columns, key);
      return workplace.write(pushSql(mode, { columns, key, ...workplace }));
    });
    const counts = countsOf(mode, Number(version.rowCount), Number(made.rowCount), cells.length);
    return this.pushed.change(pushing, { action: 'pushed', expected: version, remark: reason }, async (transaction, locked) => {
      const newest =
        made.sha256 === version.sha256
          ? version
          : await this.publisher.publish(transaction, ({ addVersion }) =>
              addVersion(locked!, { ...made, schema: version.schema, notes, source: { actor: pushing.context.actor.name } }),
            );
      return { result: { version: newest.number, rowCount: Number(made.rowCount), ...counts, notes }, version: newest };
    });
  }
}

/** What is appended must not be there already. @throws AppError CONFLICT */
async function demandNew({ rows, ask }: Workplace, columns: Parameters<typeof standingRowsSql>[1], key: readonly string[]): Promise<void> {
  const standing = await ask(standingRowsSql(rows, columns, key));
  if (standing.length === 0) return;
  throw new AppError('CONFLICT', `有的行表中已有（key 相同），没有写入任何行；请改用 upsert，或去掉这些行。`, {
    english: 'Some rows are in the table already (by their key); nothing was written. Use upsert, or leave them out.',
    fields: standing.map(([line]) => ({ field: `rows[${String(line)}]`, message: '表中已有 key 相同的行' })),
  });
}

/** What a push did, from the numbers of rows. Pure. */
function countsOf(mode: PushMode, before: number, after: number, given: number): Pick<PushOutcome, 'added' | 'updated' | 'removed'> {
  switch (mode) {
    case 'append':
      return { added: given, updated: 0, removed: 0 };
    case 'upsert':
      return { added: after - before, updated: given - (after - before), removed: 0 };
    case 'replace':
      return { added: given, updated: 0, removed: before };
    case 'delete':
      return { added: 0, updated: 0, removed: before - after };
  }
}
