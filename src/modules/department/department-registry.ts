import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository } from '../audit/index.js';
import { AppError } from '../kernel/app-error.js';
import { inTransaction, type Transaction, violatedConstraint } from '../platform/database/index.js';
import { DepartmentRow } from './department.entity.js';
import { type DepartmentFields, type DepartmentInput, storedFields } from './department.input.js';

/** Registers departments one by one and mends what is known of them; each change is audited. Whoever calls has asked the policy. */
@Injectable()
export class DepartmentRegistry {
  constructor(
    private readonly source: DataSource,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws AppError CONFLICT when code or name is there already, VALIDATION_FAILED */
  register({ code, ...fields }: DepartmentInput, actor: string): Promise<void> {
    const row = storedFields(fields);
    return this.inTurn(row.name, async (transaction) => {
      if (await transaction.existsBy(DepartmentRow, { code }))
        throw new AppError('CONFLICT', `编号“${code}”已由另一部门使用，请换一个。`, {
          english: `The code ${code} is in use.`,
          fields: [{ field: 'code', message: '已使用' }],
        });
      await transaction.insert(DepartmentRow, { code, ...row, registered: true });
      await this.note(transaction, 'department.registered', code, null, await this.digest(transaction, code), actor);
    });
  }

  /** Replaces what is known of a department; a former full name stays findable. @throws AppError NOT_FOUND, CONFLICT, PRECONDITION_FAILED when it is not at this revision any more, VALIDATION_FAILED */
  replace(code: string, revision: number, fields: DepartmentFields, actor: string): Promise<void> {
    const row = storedFields(fields);
    return this.inTurn(row.name, async (transaction) => {
      const before = await transaction.findOne(DepartmentRow, { where: { code }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw new AppError('NOT_FOUND', `没有编号为“${code}”的部门，请先登记。`, { english: `There is no department ${code}.` });
      if (before.revision !== revision) throw stale(before.revision);
      if (before.name !== row.name && before.registered) row.formerNames = [...new Set([...row.formerNames, before.name])];
      const beforeHash = await this.digest(transaction, code);
      await transaction.update(DepartmentRow, { code }, { ...row, registered: true, revision: revision + 1 });
      await this.note(transaction, 'department.changed', code, beforeHash, await this.digest(transaction, code), actor);
    });
  }

  private async inTurn(name: string, work: (transaction: Transaction) => Promise<void>): Promise<void> {
    try {
      await inTransaction(this.source, work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint !== 'department_name_key' && constraint !== 'department_pkey') throw error;
      const found = await this.source.manager.findOneBy(DepartmentRow, { name });
      throw new AppError('CONFLICT', `全称“${name}”已由编号为“${found?.code ?? '？'}”的部门使用，请修改那个部门。`, {
        english: `The name is that of department ${found?.code ?? '?'}.`,
        fields: [{ field: 'name', message: '已使用' }],
      });
    }
  }

  private async digest(transaction: Transaction, code: string): Promise<string> {
    const { createdAt: _, revision: __, ...content } = await transaction.findOneByOrFail(DepartmentRow, { code });
    return createHash('sha256').update(JSON.stringify(content)).digest('hex');
  }

  private note(
    transaction: Transaction,
    action: string,
    code: string,
    beforeHash: string | null,
    afterHash: string,
    actor: string,
  ): Promise<void> {
    return this.audit.append(transaction, [
      { actor, action, objectType: 'department', objectId: code, revision: null, beforeHash, afterHash, requestId: null },
    ]);
  }
}

const stale = (revision: number) =>
  new AppError('PRECONDITION_FAILED', `部门已被他人修改：现为第 ${revision} 次修订，请重新读取后再改。`, {
    english: `The department has changed; its revision is ${revision}.`,
    fields: [{ field: 'If-Match', message: `当前为 "r${revision}"` }],
  });
