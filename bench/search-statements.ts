interface Statement {
  text: string;
  values: unknown[];
}

/** Notes what a pool or data source is asked, so that the same statements can be put to PostgreSQL alone. */
export function recordStatements(pool: object & { query: unknown }): { take(): Statement[] } {
  let statements: Statement[] = [];
  const original = (pool.query as (...parameters: unknown[]) => unknown).bind(pool);
  const noted = (...parameters: unknown[]) => {
    const [first, second] = parameters;
    const config =
      typeof first === 'object' && first !== null
        ? (first as { text: string; values?: unknown[] })
        : { text: String(first), values: second as unknown[] };
    statements.push({ text: config.text, values: config.values ?? [] });
    return original(...parameters);
  };
  Object.assign(pool, { query: noted });
  return {
    take() {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}
