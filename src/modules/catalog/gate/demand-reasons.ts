import { AppError } from '../../kernel/app-error.js';
import type { Finding } from './finding.js';

/** A reason for letting one finding pass. */
interface Reason {
  rule: string;
  field: string;
  reason: string;
}

/** What stops a draft on its way to the reviewer: secrecy marks always, personal data without a word to the reviewer. @throws AppError VALIDATION_FAILED */
export function demandWord(findings: readonly Finding[], wordToReviewer: string | null): void {
  const forbidden = findings.filter(({ severity }) => severity === 'forbidden');
  if (forbidden.length > 0) throw blocked(forbidden, '不能提交');
  const blocking = findings.filter(({ severity }) => severity === 'block');
  if (blocking.length > 0 && !wordToReviewer?.trim()) throw blocked(blocking, '请修改；确属依法应当公开的，提交时向保密审查员说明理由');
}

/** What stops a reviewer from passing: each blocking finding needs a reason, secrecy marks have none. @throws AppError VALIDATION_FAILED */
export function demandReasons(findings: readonly Finding[], reasons: readonly Reason[]): void {
  const left = findings.filter(
    ({ rule, field, severity }) =>
      severity !== 'warn' &&
      !(severity === 'block' && reasons.some((one) => one.rule === rule && one.field === field && one.reason.trim() !== '')),
  );
  if (left.length > 0) throw blocked(left, '须逐项写明理由才能通过，或退回修改');
}

/** What stops what a program publishes without a reviewer: personal data need the grounds on which they are public. @throws AppError VALIDATION_FAILED */
export function demandGrounds(findings: readonly Finding[], grounds: string | null): void {
  const forbidden = findings.filter(({ severity }) => severity === 'forbidden');
  if (forbidden.length > 0) throw blocked(forbidden, '不能发布');
  const blocking = findings.filter(({ severity }) => severity === 'block');
  if (blocking.length > 0 && grounds === null) throw blocked(blocking, '请修改；依法应当公开的，在 reason 中写明依据');
}

/** What stops a text from the public: nobody gives reasons for it, so it is written anew. @throws AppError VALIDATION_FAILED */
export function demandRewriting(findings: readonly Finding[]): void {
  const left = findings.filter(({ severity }) => severity !== 'warn');
  if (left.length > 0) throw blocked(left, '请去掉后再提交');
}

function blocked(findings: readonly Finding[], what: string): AppError {
  return new AppError('VALIDATION_FAILED', `发布前检查发现 ${findings.length} 处问题，${what}。`, {
    english: `The check before publication found ${findings.length} problems.`,
    fields: findings.map(({ field, masked, message, basis }) => ({ field, message: `“${masked}”：${message}（${basis}）` })),
  });
}
