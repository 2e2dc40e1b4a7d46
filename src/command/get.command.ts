import type { Command } from 'commander';
import { runRemote } from './remote/run-remote.js';
import { harmless, widthOf } from './remote/text-width.js';

const LABELS: Record<string, string> = {
  title: '标题',
  identifier: '标识符',
  documentNumber: '文号',
  indexNumber: '索引号',
  issuer: '发文机关',
  provider: '提供方',
  topic: '主题',
  region: '地区',
  keywords: '关键词',
  publishedOn: '发布日期',
  modifiedOn: '更新日期',
  writtenOn: '成文日期',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  repealedOn: '废止日期',
  validity: '有效性',
  documentType: '文种',
  openness: '开放类型',
  shareType: '共享类型',
  updateCycle: '更新周期',
  license: '许可',
  abstract: '摘要',
  sourceUrl: '来源',
};

interface Named {
  title?: string;
  name?: string;
  url?: string | null;
  path?: string | null;
}

type Shown = Record<string, unknown> & { resources?: Named[]; attachments?: Named[]; items?: Named[]; body?: string | null };

/** `haozhao get URL IDENTIFIER` */
export function addGetCommand(program: Command): void {
  program
    .command('get')
    .description('one record of any instance, over its REST interface')
    .argument('<url>', 'address of the site, such as https://data.example.gov.cn')
    .argument('<identifier>', 'of the record')
    .option('--json', 'the record as it is')
    .option('--key <key>', 'API key')
    .action((url: string, identifier: string, { json, key }: { json?: boolean; key?: string }) =>
      runRemote(url, key, async (instance, print) => {
        const record = await instance.get<Shown & { identifier: string }>(`records/${encodeURIComponent(identifier)}`, {}, ['identifier']);
        await print(json ? `${JSON.stringify(record, undefined, 2)}\n` : textOf(record));
      }),
    );
}

/** What a person would read, label by label. Pure. */
function textOf(record: Shown): string {
  const lines = Object.entries(LABELS).flatMap(([field, label]) => {
    const value = record[field];
    const text = Array.isArray(value) ? value.join('、') : typeof value === 'string' ? value : '';
    return text === '' ? [] : [lineOf(label, text)];
  });
  const files = (record.resources ?? record.attachments ?? []).map(({ title, url, path }) =>
    lineOf('文件', [title, url ?? path].filter(Boolean).join(' ')),
  );
  const items = (record.items ?? []).map(({ name }) => name).join('、');
  const body = record.body ? ['', ...record.body.split('\n').map(harmless)] : [];
  return `${[...lines, ...(items ? [lineOf('信息项', items)] : []), ...files, ...body].join('\n')}\n`;
}

const lineOf = (label: string, text: string) => `${label}${' '.repeat(Math.max(1, 10 - widthOf(label)))}${harmless(text)}`;
