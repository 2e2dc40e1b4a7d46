import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { AppError } from '../modules/kernel/app-error.js';
import { evaluate, evaluationTable, type JudgedQuery, SearchService } from '../modules/search/index.js';
import { runCommand } from './command.js';

const DEPTH = 100;

/** `haozhao eval FILE` */
export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .description('ask judged queries and print nDCG@10, recall@10, MRR and success by set and type')
    .argument('<file>', 'JSON Lines of {qid, set, type, kind, query, judgments}')
    .action((file: string) =>
      runCommand(async ({ app }) => {
        const search = app.get(SearchService);
        const { rows } = await evaluate(readQueries(file), ({ query, kind }) =>
          search.rank(query, kind === 'any' ? [] : [{ facet: 'kind', values: [kind] }], DEPTH),
        );
        process.stdout.write(`${evaluationTable(rows)}\n`);
        return 0;
      }),
    );
}

function readQueries(file: string): JudgedQuery[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new AppError('NOT_FOUND', `读不到文件“${file}”，请检查路径。`);
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as JudgedQuery];
    } catch {
      throw new AppError('VALIDATION_FAILED', `${file} 第 ${index + 1} 行不是有效的 JSON。`);
    }
  });
}
