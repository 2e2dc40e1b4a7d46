import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FieldError } from '../../kernel/app-error.js';
import type { FileStore } from '../../platform/file/index.js';
import type { ResourceFields } from '../record/resource-fields.js';
import type { Draft } from '../write/draft.js';
import { storedPath } from './stored-path.js';

/** The files of a record, and the field they stand in. */
export function filesOf(draft: Draft): { field: 'resources' | 'attachments'; files: ResourceFields[] } {
  return draft.kind === 'dataset'
    ? { field: 'resources', files: draft.input.resources }
    : { field: 'attachments', files: draft.input.attachments };
}

/** Stores the files that a record names by `path`, relative to `folder`, and notes their size and hash; answers what is wrong with them. */
export async function attachFiles(draft: Draft, folder: string | undefined, store: FileStore): Promise<FieldError[]> {
  const { field, files } = filesOf(draft);
  const errors: FieldError[] = [];
  for (const [index, file] of files.entries()) {
    if (!file.path) continue;
    const found = await locate(file.path, folder);
    if (typeof found !== 'string') {
      errors.push({ field: `${field}[${index}].path`, message: found.flaw });
      continue;
    }
    const stored = await store.putFile(found);
    Object.assign(file, stored, { path: storedPath(stored.sha256, file.path) });
  }
  return errors;
}

async function locate(given: string, folder: string | undefined): Promise<string | { flaw: string }> {
  if (folder === undefined) return { flaw: '从标准输入导入时不能带文件，请改为导入文件' };
  if (path.isAbsolute(given) || given.split(/[\\/]/).includes('..')) return { flaw: `“${given}”应为 JSONL 文件旁的相对路径，不能含 ..` };
  const root = await realpath(folder);
  const file = await realpath(path.join(root, given)).catch(() => undefined);
  if (!file) return { flaw: `没有文件“${given}”，请检查路径` };
  if (!file.startsWith(root + path.sep)) return { flaw: `“${given}”指向了文件夹之外` };
  return (await stat(file)).isFile() ? file : { flaw: `“${given}”不是文件` };
}
