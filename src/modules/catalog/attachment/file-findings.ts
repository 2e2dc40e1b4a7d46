import type { Finding } from '../gate/finding.js';
import type { ResourceFields } from '../record/resource-fields.js';

/** What no program could read, people have to (条例 Art. 17: examined before it is disclosed). Pure. */
export function unreadFinding(note: string | null): Finding {
  return {
    rule: 'unreadText',
    severity: 'warn',
    field: '附件内容',
    start: 0,
    end: 0,
    masked: '',
    message: `附件的内容没有全部经过自动检查，请打开原文核对：${note ?? ''}`,
    basis: '《政府信息公开条例》第十七条',
  };
}

const ELSEWHERE = '它是外部网址上的文件，没有读取。';
const NOT_READ = '它没有经过上传检查，也还没有读取。';

/** What was found in the files of a draft, each under the field of its file; a file that nobody has read is a finding too. Pure. */
export function fileFindings(
  files: readonly ResourceFields[],
  field: string,
  known: ReadonlyMap<string, { findings: readonly Finding[] }>,
): Finding[] {
  return files.flatMap((file, index) =>
    findingsOf(file, known).map((finding) => ({ ...finding, field: `${field}[${index}] ${finding.field}` })),
  );
}

function findingsOf({ sha256, url }: ResourceFields, known: ReadonlyMap<string, { findings: readonly Finding[] }>): readonly Finding[] {
  if (sha256) return known.get(sha256)?.findings ?? [unreadFinding(NOT_READ)];
  return url ? [unreadFinding(ELSEWHERE)] : [];
}
