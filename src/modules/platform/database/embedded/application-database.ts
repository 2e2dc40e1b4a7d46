import { Client, type ClientBase } from 'pg';
import { AppError } from '../../../kernel/app-error.js';

/** The database that the application uses in the embedded server. */
export const applicationDatabase = 'haozhao';

const setupKey = 7_203_811_402_002;

/** Creates the application's database and its trigram extension when they are missing; `server` is a session on another database of the same server. */
export async function ensureApplicationDatabase(server: ClientBase, url: string): Promise<void> {
  await server.query('SELECT pg_advisory_lock($1)', [setupKey]); // two first starts at once
  try {
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [applicationDatabase]);
    if (!rowCount) await server.query(`CREATE DATABASE ${applicationDatabase}`);
    await prepareDatabase(url);
  } finally {
    await server.query('SELECT pg_advisory_unlock($1)', [setupKey]);
  }
}

async function prepareDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // reported by the pending call
  try {
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await assertTrigramsWork(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Refuses a database whose locale takes no Chinese character for a letter: its trigram search would find nothing and say nothing. */
export async function assertTrigramsWork(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ works: boolean }>("SELECT cardinality(show_trgm('政务信息公开')) > 0 AS works");
  if (rows[0]?.works) return;
  throw new AppError(
    'UNAVAILABLE',
    '数据库的字符分类（LC_CTYPE）不认识汉字，模糊检索会找不到任何结果；请用 UTF-8 的 LC_CTYPE（如 C.UTF-8）重新建库。',
    {
      english:
        'The LC_CTYPE of this database knows no Chinese characters, so fuzzy search would find nothing; create it with a UTF-8 LC_CTYPE such as C.UTF-8.',
    },
  );
}
