import { type Command, Option } from 'commander';
import type { Instance } from './remote/instance.js';
import { runRemote } from './remote/run-remote.js';
import { harmless } from './remote/text-width.js';
import { wholeNumber } from './remote/whole-number.js';

const PAGE = 100;

interface Hit {
  identifier: string;
  kind: string;
  title: string;
  department: string | null;
  publishedOn: string | null;
  documentNumber: string | null;
  validity: string | null;
}

interface Answer {
  total: { value: number };
  hits: Hit[];
  nextCursor: string | null;
}

interface SearchOptions extends Record<string, unknown> {
  limit?: number;
  all?: boolean;
  json?: boolean;
  key?: string;
  fileFormat?: string[];
}

/** `haozhao search URL WORDS` */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('search any instance over its REST interface')
    .argument('<url>', 'address of the site, such as https://data.example.gov.cn')
    .argument('[words...]', 'what is looked for')
    .addOption(new Option('--kind <kind...>', 'dataset or document').choices(['dataset', 'document']))
    .option('--department <department...>', 'code or name')
    .option('--topic <topic...>', 'code or name')
    .option('--region <region...>', 'code or name')
    .option('--year <year...>', 'four digits')
    .option('--file-format <format...>', 'csv, xlsx, …')
    .option('--openness <openness...>', 'code or name')
    .option('--validity <validity...>', 'code or name')
    .option('--document-type <type...>', 'code or name')
    .addOption(new Option('--sort <sort>', 'order').choices(['relevance', 'newest', 'updated', 'title']))
    .option('--limit <number>', 'how many, 10 unless told', wholeNumber)
    .option('--all', 'page by page until the end')
    .option('--json', 'the answer as it is; with --all one hit a line')
    .option('--key <key>', 'API key')
    .action((url: string, words: string[], options: SearchOptions) =>
      runRemote(url, options.key, async (instance, print) => {
        let shown = 0;
        for await (const answer of pages(instance, words.join(' '), options)) {
          if (options.json && !options.all) return print(`${JSON.stringify(answer, undefined, 2)}\n`);
          const { hits, total } = answer;
          if (options.json) await print(hits.map((hit) => `${JSON.stringify(hit)}\n`).join(''));
          else
            await print((shown === 0 ? `共 ${total.value} 条\n` : '') + hits.map((hit, index) => linesOf(hit, shown + index + 1)).join(''));
          shown += hits.length;
        }
      }),
    );
}

async function* pages(
  instance: Instance,
  q: string,
  { limit, all, json: _, key: __, fileFormat, ...filters }: SearchOptions,
): AsyncIterable<Answer> {
  let rest = limit ?? (all ? Infinity : 10);
  let cursor: string | undefined;
  do {
    const size = Math.min(rest, PAGE);
    const answer = await instance.get<Answer>(
      'search',
      { q: q === '' ? undefined : q, ...(filters as Record<string, string[]>), format: fileFormat, limit: size, cursor },
      ['total', 'hits'],
    );
    yield answer;
    rest -= answer.hits.length;
    cursor = answer.nextCursor ?? undefined;
  } while (cursor !== undefined && rest > 0);
}

function linesOf({ identifier, kind, title, department, publishedOn, documentNumber, validity }: Hit, place: number): string {
  const about = [kind === 'dataset' ? '数据' : '文件', department, documentNumber, publishedOn, validity].filter(Boolean).join('，');
  return `${String(place).padStart(3)}. ${harmless(title)}\n     ${harmless(about)}\n     ${harmless(identifier)}\n`;
}
