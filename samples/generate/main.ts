import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { profileOf } from './department-profile.js';
import { DEPARTMENTS } from './department-table.js';
import { datasetRecords } from './dataset/catalog.js';
import { documentRecords } from './document/catalog.js';
import { fullWidth } from './full-width.js';
import { queryLines } from './query/judge.js';
import { TABLES } from './table/tables.js';
import { writeTable } from './table/write-table.js';

// This file runs from dist/samples/generate; the data it writes is committed under samples/data.
const target = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../samples/data');

const jsonl = (records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

async function write(name: string, records: object[]): Promise<void> {
  await writeFile(path.join(target, name), jsonl(records));
  process.stdout.write(`${name}: ${records.length}\n`);
}

const departments = [...DEPARTMENTS.values()].map(({ duty, ...department }) => ({
  ...department,
  duty: fullWidth(duty),
  officeHours: fullWidth(department.officeHours),
  ...profileOf({ duty, ...department }),
}));

await mkdir(path.join(target, 'files'), { recursive: true });
await write('departments.jsonl', departments);
await write('documents.jsonl', documentRecords());
await write('datasets.jsonl', datasetRecords());
for (const table of TABLES) await writeTable(table, path.join(target, 'files'));
await write('../queries.jsonl', queryLines());
