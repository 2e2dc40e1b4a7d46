import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../department/index.js';
import { actingDepartment, type Actor } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import type { Draft } from '../write/draft.js';
import { SubmissionRepository } from './submission.repository.js';

/** Whose a draft is: the department behind it, the record it may change, the name and the files it may use. */
@Injectable()
export class DraftOwnership {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly departments: DepartmentService,
    private readonly attachments: AttachmentService,
  ) {}

  /** In whose name an actor drafts. @throws AppError VALIDATION_FAILED, FORBIDDEN, NOT_FOUND */
  async departmentOf(given: string | null | undefined, actor: Actor): Promise<string> {
    const department = actingDepartment(given, actor, 'submission.write', '起草');
    await this.departments.get(department);
    return department;
  }

  /** The revision a change starts from; null for a new record. A record of another department is not theirs to change. */
  async baseOf(kind: Draft['kind'], identifier: string, department: string): Promise<number | null> {
    const record = await this.submissions.recordState(identifier);
    if (!record) return null;
    if (record.status === 'withdrawn')
      throw new AppError('GONE', `“${identifier}”已撤回，标识符不再使用，请换一个。`, {
        fields: [{ field: 'identifier', message: '已撤回' }],
      });
    if (record.kind !== kind || record.department !== department)
      throw new AppError('FORBIDDEN', `“${identifier}”不是本部门的这类记录，不能修改；新的记录请换一个标识符。`, {
        english: `${identifier} belongs to another department.`,
        fields: [{ field: 'identifier', message: '不是本部门的记录' }],
      });
    return record.revision;
  }

  /** A department publishes in its own name, and only files it brought: who issues or provides must be itself, others may stand behind. */
  async assertOwner({ kind, input }: Draft, department: string): Promise<void> {
    const own = await this.departments.get(department);
    if (kind === 'document') {
      if (input.issuer.length === 0) input.issuer = [own.name];
    } else input.provider ??= own.name;
    const leading = kind === 'document' ? input.issuer[0]! : input.provider!;
    const [code] = await this.departments.codesOf([leading]);
    if (code !== department)
      throw invalidField(kind === 'document' ? 'issuer[0]' : 'provider', `只能以本部门“${own.name}”的名义发布，现为“${leading}”`);
    await this.attachments.demandOwn({ kind, input } as Draft, department);
  }

  /** Who brought the files that a draft would add to what is published. */
  uploadersOf(transaction: Transaction, draft: Draft, department: string): Promise<string[]> {
    return this.attachments.uploadersOf(transaction, draft, department);
  }
}
