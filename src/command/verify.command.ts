import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { AuditRepository, AuditVerifier, entryWithoutRevision } from '../modules/audit/index.js';
import { ProofService, RecordSigner } from '../modules/catalog/index.js';
import { OPERATOR } from '../modules/identity/index.js';
import { AppError } from '../modules/kernel/app-error.js';
import { type CommandContext, runCommand } from './command.js';

interface VerifyOptions {
  audit?: boolean;
  expect?: string;
  signMissing?: boolean;
}

/** `haozhao verify [--audit] [--expect SEQ:HASH] [--sign-missing]` */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('check the signatures of every revision, or the audit log; ends with status 1 when something is wrong')
    .option('--audit', 'walk the chain of the audit log and the signed roots of its days')
    .option('--expect <seq:hash>', 'with --audit: an end of the log that was noted elsewhere')
    .option('--sign-missing', 'sign revisions that were made before there were signatures')
    .action((options: VerifyOptions) =>
      runCommand(async (context) => {
        if (options.signMissing) await signMissing(context);
        return options.audit || options.expect ? verifyAudit(context, options.expect) : verifyRecords(context);
      }),
    );
}

async function signMissing({ app }: CommandContext): Promise<void> {
  const signed = await app.get(DataSource).transaction((transaction) => app.get(RecordSigner).signMissing(transaction));
  const event = { actor: OPERATOR.name, action: 'record.signedLater', objectType: 'catalog', objectId: `${signed} revisions` };
  await app.get(AuditRepository).note(entryWithoutRevision(event));
  process.stdout.write(`${signed} signed now\n`);
}

async function verifyRecords({ app }: CommandContext): Promise<number> {
  const { revisions, unsigned, flaws } = await app.get(ProofService).verifyAll();
  process.stdout.write(`${revisions} revisions, ${unsigned} without signature, ${flaws.length} wrong\n`);
  for (const { identifier, revision, flaw } of flaws) process.stdout.write(`  ${identifier} revision ${revision}: ${flaw}\n`);
  return flaws.length === 0 ? 0 : 1;
}

async function verifyAudit({ app }: CommandContext, expected: string | undefined): Promise<number> {
  const { events, roots, last, flaws } = await app.get(AuditVerifier).verify(expected === undefined ? undefined : placeOf(expected));
  process.stdout.write(`${events} events, ${roots} signed days, ${flaws.length} wrong\nend of the log: ${last.seq}:${last.hash}\n`);
  for (const { seq, flaw } of flaws) process.stdout.write(`  event ${seq}: ${flaw}\n`);
  return flaws.length === 0 ? 0 : 1;
}

function placeOf(text: string): { seq: string; hash: string } {
  const found = /^(\d+):([0-9a-f]{64})$/.exec(text);
  if (!found) throw new AppError('VALIDATION_FAILED', `--expect 应为 序号:哈希，如 haozhao verify --audit 所显示，现为“${text}”。`);
  return { seq: found[1]!, hash: found[2]! };
}
