import type { StoredFileRow } from '../attachment/stored-file.entity.js';
import { filesOf } from '../exchange/attach-files.js';
import type { ResourceFields } from '../record/resource-fields.js';
import type { Draft } from '../write/draft.js';
import type { SubmissionFile } from './submission-file.model.js';
import type { SubmissionContent } from './submission-part.repository.js';

/** The files that a submission names, and the field they stand in; one that withdraws names none. Pure. */
export function filesIn({ kind, content }: Pick<SubmissionContent, 'kind' | 'content'>): { field: string; files: ResourceFields[] } {
  const { field, files } = filesOf({ kind, input: content } as Draft);
  return { field, files: files ?? [] };
}

/** The files of a submission, as the people see them who see the submission. Pure. */
export function presentSubmissionFiles(content: SubmissionContent, known: ReadonlyMap<string, StoredFileRow>): SubmissionFile[] {
  const { field, files } = filesIn(content);
  return files.map(({ title, url, sha256, format, byteSize }, index) => {
    const stored = known.get(sha256 ?? '');
    return {
      field: `${field}[${index}]`,
      title,
      url: url ?? null,
      sha256: sha256 ?? null,
      format: format ?? null,
      byteSize: byteSize ?? null,
      scan: stored?.scan ?? null,
      textState: stored?.textState ?? null,
      textNote: stored?.textNote ?? null,
      findings: stored?.findings ?? [],
    };
  });
}
