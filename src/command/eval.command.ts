import { readFileSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { AppError } from '../modules/kernel/app-error.js';
import type { Config } from '../modules/platform/config/index.js';
import {
  compareRuns,
  comparisonTable,
  evaluate,
  evaluationTable,
  type EvaluationRun,
  type JudgedQuery,
  runOf,
  SearchService,
} from '../modules/search/index.js';
import { runCommand } from './command.js';

const DEPTH = 100;

interface EvalOptions {
  engine?: 'embedded' | 'elasticsearch';
  save?: string;
  against?: string;
}

/** `haozhao eval FILE` */
export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .description('ask judged queries and print nDCG@10, recall@10, MRR and success by set and type')
    .argument('<file>', 'JSON Lines of {qid, set, type, kind, query, judgments}')
    .addOption(
      new Option('--engine <engine>', 'which engine answers; otherwise the one of the settings').choices(['embedded', 'elasticsearch']),
    )
    .option('--save <run>', 'keep nDCG@10 and the first ten of each query in this file')
    .option('--against <run>', 'print which queries got better and worse than in a kept run')
    .action((file: string, { engine, save, against }: EvalOptions) =>
      runCommand(
        async ({ app }) => {
          const search = app.get(SearchService);
          const before = against === undefined ? undefined : readRun(against);
          const { rows, queries } = await evaluate(readQueries(file), ({ query, kind }) =>
            search.rank(query, kind === 'any' ? [] : [{ facet: 'kind', values: [kind] }], DEPTH),
          );
          process.stdout.write(`${evaluationTable(rows)}\n`);
          const run = runOf(queries);
          if (before) process.stdout.write(`\n${comparisonTable(compareRuns(before, run))}\n`);
          if (save !== undefined) writeFileSync(save, `${JSON.stringify(run, undefined, 1)}\n`);
          return 0;
        },
        (config) => choose(engine, config),
      ),
    );
}

function choose(engine: EvalOptions['engine'], config: Config): void {
  if (engine === 'embedded') config.elasticsearchUrl = undefined;
  if (engine === 'elasticsearch' && config.elasticsearchUrl === undefined)
    throw new AppError('BAD_REQUEST', '没有设置 ELASTICSEARCH_URL，不能用 --engine elasticsearch；请设置后再试。');
}

function readRun(file: string): EvaluationRun {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EvaluationRun;
  } catch {
    throw new AppError('NOT_FOUND', `读不到以前的评测结果“${file}”，请先用 --save 保存一次。`);
  }
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
