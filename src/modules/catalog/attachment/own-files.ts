import type { FieldError } from '../../kernel/app-error.js';
import { storedPath } from '../exchange/stored-path.js';
import type { ResourceFields } from '../record/resource-fields.js';

/** What is known of a file that may be attached. */
export type KnownFile = Pick<ResourceFields, 'byteSize' | 'format'> & {
  /** The name it was brought under. */
  name?: string;
  /** Where it already stands in the published record. */
  path?: string | null;
};

/** Fills in what is known of each file, whatever was claimed of it, and answers which hashes are not theirs to attach. Pure but for the files themselves. */
export function fillOwnFiles(files: readonly ResourceFields[], field: string, known: ReadonlyMap<string, KnownFile>): FieldError[] {
  return files.flatMap((file, index) => {
    if (!file.sha256) return [];
    const own = known.get(file.sha256);
    if (!own) return [{ field: `${field}[${index}].sha256`, message: '本部门没有上传过这个文件，请先上传；外部网址的文件不必写 sha256' }];
    const { name, path, byteSize, format } = own;
    Object.assign(file, { byteSize, format, path: name === undefined ? path : storedPath(file.sha256, name) });
    return [];
  });
}
