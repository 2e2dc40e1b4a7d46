import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { protocolExamples, restExamples } from './program-examples.js';

const TABLE = { baseUrl: 'https://a.example', dataset: "d'1", name: 'dai_kuan', where: `名称 = '老王''s "店" $HOME \`x\`'` };

/** The words that a shell makes of a command. */
const words = (command: string) =>
  JSON.parse(
    execFileSync('sh', ['-c', `curl() { node -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- "$@"; }; ${command}`], {
      encoding: 'utf8',
    }),
  ) as string[];

it('commands reach curl as they are meant, whatever quotes they hold', () => {
  const [curl] = restExamples(TABLE);
  expect(words(curl!.code)).toEqual([
    '-sG',
    "https://a.example/api/v1/datasets/d'1/tables/dai_kuan/rows",
    '--data-urlencode',
    `where=${TABLE.where}`,
    '-d',
    'limit=10',
  ]);
  for (const { name, code } of protocolExamples(TABLE)) {
    const body = words(code).at(-1)!;
    if (name !== 'CKAN') expect(JSON.stringify(JSON.parse(body))).toContain(JSON.stringify(TABLE.where));
  }
});

it('a program in JavaScript asks for the same', async () => {
  const code = restExamples(TABLE).find(({ name }) => name === 'JavaScript')!.code;
  const asked: string[] = [];
  const fetch = (address: string) => {
    asked.push(address);
    return Promise.resolve({ json: () => ({ rows: [] }) });
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what people copy must run
  await (new Function('fetch', `return (async () => { ${code} })()`) as (given: unknown) => Promise<void>)(fetch);
  expect(new URL(asked[0]!).searchParams.get('where')).toBe(TABLE.where);
});

it('without a condition asks for all rows', () => {
  for (const { code } of [...restExamples({ ...TABLE, where: undefined }), ...protocolExamples({ ...TABLE, where: undefined })])
    expect(code).not.toMatch(/where=|"where":/);
});
