import { type DuckDBConnection, type DuckDBValue, StatementType } from '@duckdb/node-api';
import type { EngineFailure, EngineLimits, EngineOrder, EngineReply, EngineRequest } from './engine-message.js';
import { boundValue } from './bound-value.js';
import { plainValue } from './plain-value.js';
import { openSandbox } from './sandbox.js';

/** What each kind of order may run; anything else is refused before it runs. */
const ALLOWED = { rows: [StatementType.SELECT], write: [StatementType.COPY] } as const;

const TELL_MS = 500;

/** Runs the statements of one process of the engine. */
class Statements {
  private readonly running = new Map<number, { connection: DuckDBConnection; stop: (reason: EngineFailure) => void }>();

  constructor(private readonly idle: DuckDBConnection[]) {}

  async run({ id, kind, sql, parameters, timeMs }: EngineOrder): Promise<EngineReply> {
    const connection = this.idle.pop();
    if (!connection) return { type: 'failed', id, reason: 'failed', message: 'more statements at once than connections' };
    let stopped: EngineFailure | undefined;
    const stop = (reason: EngineFailure) => {
      stopped ??= reason;
      connection.interrupt();
    };
    this.running.set(id, { connection, stop });
    const timer = setTimeout(() => stop('time'), timeMs);
    const tell = () => {
      const { percentage: percent } = connection.progress;
      // It is below zero while nothing is known yet.
      if (percent >= 0) reply({ type: 'progress', id, percent: Math.min(percent, 100) });
    };
    const telling = kind === 'write' ? setInterval(tell, TELL_MS) : undefined;
    try {
      const statements = await connection.extractStatements(sql);
      if (statements.count !== 1) throw new Error('one statement at a time');
      const statement = await statements.prepare(0);
      try {
        if (!(ALLOWED[kind] as readonly StatementType[]).includes(statement.statementType))
          throw new Error('this kind of statement is not run here');
        for (const [name, value] of Object.entries(parameters)) {
          const { bound, type } = boundValue(value);
          statement.bindValue(statement.parameterIndex(name), bound, type);
        }
        if (kind === 'write') return { type: 'written', id, rows: (await statement.run()).rowsChanged };
        const result = await statement.runAndReadAll();
        return { type: 'rows', id, rows: result.getRows().map((row: DuckDBValue[]) => row.map(plainValue)) };
      } finally {
        statement.destroySync();
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { type: 'failed', id, reason: stopped ?? reasonOf(message), message };
    } finally {
      clearTimeout(timer);
      clearInterval(telling);
      this.running.delete(id);
      this.idle.push(connection);
    }
  }

  cancel(id: number): void {
    this.running.get(id)?.stop('cancelled');
  }
}

function reasonOf(message: string): EngineFailure {
  if (/temp(orary)?[ _]directory|max_temp_directory_size/i.test(message)) return 'disk';
  if (/out of memory|could not allocate|failed to allocate/i.test(message)) return 'memory';
  // Values of columns have their types already: only what a caller gave or asked to be summed can be beyond them.
  if (/^(Conversion|Out of Range) Error/.test(message)) return 'range';
  return 'failed';
}

async function serve(limits: EngineLimits): Promise<void> {
  const statements = new Statements(await openSandbox(limits));
  process.on('message', (request: EngineRequest) => {
    if (request.type === 'cancel') statements.cancel(request.id);
    else if (request.type === 'order') void statements.run(request).then(reply);
  });
  reply({ type: 'ready' });
}

const reply = (message: EngineReply) => process.send!(message, undefined, undefined, () => undefined);

// The server is gone: nobody waits for an answer any more.
process.on('disconnect', () => process.exit());
process.once('message', (request: EngineRequest) => {
  if (request.type === 'open') void serve(request.limits);
});
