import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(`../../../samples/data/${name}`, import.meta.url), 'utf8').replace(/^\uFEFF/, '');

const lines = <T>(name: string): T[] =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

interface SampleDataset {
  identifier: string;
  provider: string;
  contact: { phone: string };
  resources?: { path: string }[];
}

interface SampleDocument extends Record<'identifier' | 'title' | 'body', string> {
  issuer: string[];
  relations: { type: string; target: string }[];
  documentNumber?: string;
  validity?: string;
  effectiveOn?: string;
  expiresOn?: string;
  repealedOn?: string;
}

/** What the bundled files say, read without any code of ours. */
export const DATASETS = lines<SampleDataset>('datasets.jsonl');
export const DOCUMENTS = lines<SampleDocument>('documents.jsonl');
export const DEPARTMENTS = lines<{ name: string; phone: string }>('departments.jsonl');

export const documentBy = (number: string) => DOCUMENTS.find(({ documentNumber }) => documentNumber === number)!;
export const datasetOf = (file: string) => DATASETS.find(({ resources }) => resources?.some(({ path }) => path === `files/${file}`))!;

/** The rows of a CSV file as text, by column. */
export function rowsOf(file: string): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(read(`files/${file}`));
  return rows.filter((row) => row.length === head.length).map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]!])));
}

function cellsOf(text: string): string[][] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!),
    );
}
