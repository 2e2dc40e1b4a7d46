import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type RecordRow, RowGate } from '../../catalog/index.js';
import type { ActingContext } from '../../identity/index.js';
import { invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { invalid } from '../../kernel/field/index.js';
import { type DeclaredItem, matchItems } from '../sniff/match-items.js';
import { TablePublisher } from '../table/table-publisher.js';
import type { ReadableTable } from '../table/table-reader.js';
import { TableRepository } from '../table/table.repository.js';
import type { TableSchema } from '../table/table-schema.js';
import { type Definition, defineColumns } from './define-columns.js';
import type { PushedTableInput } from './push.model.js';
import { emptySql, widenSql } from './push-sql.js';
import { type PushedTable, PushedTables, type Pushing } from './pushed-tables.js';
import { VersionMaker } from './version-maker.js';

const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** Defines the tables whose rows programs push. */
@Injectable()
export class TableDefiner {
  constructor(
    private readonly pushed: PushedTables,
    private readonly tables: TableRepository,
    private readonly publisher: TablePublisher,
    private readonly gate: RowGate,
    private readonly maker: VersionMaker,
    private readonly clock: Clock,
  ) {}

  /** Defines a table, or changes what can be changed of it. @throws AppError NOT_FOUND, GONE, FORBIDDEN, CONFLICT, VALIDATION_FAILED */
  async define(identifier: string, name: string, input: PushedTableInput, context: ActingContext): Promise<ReadableTable> {
    return this.pushed.inTurn(identifier, name, context, async (pushing) => {
      if (!NAME.test(name)) throw invalidField('table', '表名应以小写字母开头，只含小写字母、数字和下划线，至多 63 个字符');
      const texts = input.columns.flatMap((column) => [column.name, column.description ?? '']);
      const remarks = await this.gate.demand([input.title, ...texts], [], null);
      const standing = await this.pushed.find(pushing);
      const { schema, key, notes } = defined(input, pushing.record, standing);
      const made = await this.make(schema, standing);
      return this.pushed.change(pushing, { action: 'defined', expected: standing.version }, async (transaction, locked) => {
        const change = { title: input.title, keyColumns: key };
        const table = locked ?? (await this.tables.create(transaction, newTable(pushing, change, this.clock.now())));
        if (locked) await this.tables.update(transaction, table.id, change);
        const version = await this.publisher.publish(transaction, async ({ addVersion, restore }) => {
          await restore(table);
          if (!made) return standing.version!;
          return addVersion(table, { ...made, schema, notes: [...remarks, ...notes], source: { actor: context.actor.name } });
        });
        return { result: { record: pushing.record, table: { ...table, ...change, retiredAt: null }, version }, version };
      });
    });
  }

  /** Takes a table out; its versions stay readable. @throws AppError like `define` */
  async remove(identifier: string, name: string, context: ActingContext): Promise<void> {
    await this.pushed.inTurn(identifier, name, context, async (pushing) => {
      const { version } = await this.pushed.get(pushing);
      await this.pushed.change(pushing, { action: 'removed', expected: version }, async (transaction, table) => {
        await this.publisher.publish(transaction, ({ retire }) => retire(table!));
        return { result: undefined, version };
      });
    });
  }

  /** The file of the new schema; undefined when the table has it already. */
  private async make(schema: TableSchema, { version }: Partial<PushedTable>) {
    if (version && isDeepStrictEqual(version.schema, schema)) return undefined;
    return this.maker.make({ before: version }, ({ target, write }) =>
      write(version && hasRows(version) ? widenSql(schema.columns, version.schema.columns, target) : emptySql(schema.columns, target)),
    );
  }
}

const hasRows = ({ rowCount }: { rowCount: string }) => rowCount !== '0';

/** The schema of a definition, with the declared items that its columns are. @throws AppError VALIDATION_FAILED */
function defined(
  input: PushedTableInput,
  { profile }: RecordRow,
  { table, version }: Partial<PushedTable>,
): Definition & { notes: string[] } {
  const before = table && version && hasRows(version) ? { columns: version.schema.columns, key: table.keyColumns } : undefined;
  const found = defineColumns(input.columns, input.key ?? [], before);
  if ('errors' in found) throw invalid(found.errors);
  const { items = [] } = profile as { items?: DeclaredItem[] };
  const { columns, notes } = matchItems(found.schema.columns, items, '表');
  return { ...found, schema: { ...found.schema, columns }, notes };
}

const newTable = ({ record, name }: Pushing, change: { title: string; keyColumns: string[] }, createdAt: Date) => ({
  ...change,
  recordId: record.id,
  name,
  origin: 'push' as const,
  fileTitle: null,
  sheet: null,
  createdAt,
  retiredAt: null,
});
