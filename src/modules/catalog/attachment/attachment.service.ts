import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository } from '../../audit/index.js';
import { DepartmentService } from '../../department/index.js';
import { actingDepartment, type ActingContext, type Actor, departmentsFor } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { FileStore, spoolFile, type SpooledFile } from '../../platform/file/index.js';
import { FileInspector, formatNamed, type Inspected, Refusal } from '../../platform/inspection/index.js';
import { TextExtractor } from '../../platform/text-extraction/index.js';
import { filesOf } from '../exchange/attach-files.js';
import { filesOfRow } from '../exchange/export-line.js';
import type { Finding } from '../gate/finding.js';
import { findingsNow } from '../gate/word/file-words.js';
import { GateWordService } from '../gate/word/gate-word.service.js';
import { RecordRepository } from '../read/record.repository.js';
import type { Draft } from '../write/draft.js';
import type { Attachment } from './attachment.model.js';
import { AttachmentRepository, type BroughtFile } from './attachment.repository.js';
import { fileFindings } from './file-findings.js';
import { limited, readableError } from './limited-stream.js';
import { fillOwnFiles, type KnownFile } from './own-files.js';
import { describeText } from './read-text.js';
import { ScanPolicy } from './scan-policy.js';
import type { StoredFileRow } from './stored-file.entity.js';

/** Files of submissions: taken in only when they have been looked into, seen only by the department that brought them, until they are published. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly source: DataSource,
    private readonly attachments: AttachmentRepository,
    private readonly store: FileStore,
    private readonly inspector: FileInspector,
    private readonly scans: ScanPolicy,
    private readonly extractor: TextExtractor,
    private readonly words: GateWordService,
    private readonly records: RecordRepository,
    private readonly departments: DepartmentService,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Takes a file in: written aside, looked into, scanned, kept and entered, all or nothing. @throws AppError VALIDATION_FAILED for what is refused, which is logged */
  async receive(
    content: Readable,
    { name, department: given }: { name: string; department: string | null },
    context: ActingContext,
  ): Promise<Attachment> {
    const department = await this.departmentOf(given, context.actor);
    const spooled = await spoolFile(
      Readable.from(limited(content, this.config.maxUploadMb), { objectMode: false }),
      this.config.incomingPath,
    ).catch((error: unknown) => {
      content.destroy();
      throw readableError(error);
    });
    try {
      const inspected = await this.inspector.inspect(spooled.file, name);
      const scanned = await this.scans.apply(spooled.file);
      return await this.keep(spooled, inspected, scanned, department, context);
    } catch (error) {
      if (error instanceof Refusal) throw await this.refused(error, spooled.sha256, name, context);
      throw readableError(error);
    } finally {
      await rm(spooled.file, { force: true });
    }
  }

  /** Everything known of these files, by hash, whoever brought them; for what comes after publication. */
  async describe(sha256s: readonly string[]): Promise<Map<string, StoredFileRow>> {
    return new Map((await this.attachments.findFiles(sha256s)).map((file) => [file.sha256, file]));
  }

  /** A file that a department of the actor brought. @throws AppError NOT_FOUND, also for those of other departments */
  async get(sha256: string, actor: Actor): Promise<Attachment> {
    const departments = departmentsFor(actor, 'submission.read');
    const [brought] = HASH.test(sha256) ? await this.attachments.findBrought([sha256], departments) : [];
    if (!brought) throw new AppError('NOT_FOUND', '本部门没有上传过这个文件。', { english: 'Your department has uploaded no such file.' });
    return present(brought);
  }

  /** Holds the files of a draft to those the department brought or its published record already has, and fills in what is known of them. @throws AppError VALIDATION_FAILED */
  async demandOwn(draft: Draft, department: string): Promise<void> {
    const { field, files } = filesOf(draft);
    const hashes = files.flatMap(({ sha256 }) => sha256 ?? []);
    if (hashes.length === 0) return;
    const record = await this.records.findByIdentifier(draft.input.identifier);
    const standing = record?.department === department && record.kind === draft.kind ? filesOfRow(record) : [];
    const known = new Map<string, KnownFile>(
      standing.map(({ sha256, byteSize, format, path }) => [sha256 ?? '', { byteSize, format, path }]),
    );
    for (const brought of await this.attachments.findBrought(hashes, [department])) {
      const { sha256, byteSize, format, name } = present(brought);
      known.set(sha256, { byteSize, format, name });
    }
    const errors = fillOwnFiles(files, field, known);
    if (errors.length > 0)
      throw new AppError('VALIDATION_FAILED', `稿件引用了本部门没有上传过的文件：${errors.map((error) => error.field).join('、')}。`, {
        english: 'Files must be uploaded by the department before they are attached.',
        fields: errors,
      });
  }

  /** Who of the department brought the files that a draft would add to its published record: four eyes keep them from deciding. */
  async uploadersOf(transaction: Transaction, draft: Draft, department: string): Promise<string[]> {
    const hashes = filesOf(draft).files.flatMap(({ sha256 }) => sha256 ?? []);
    if (hashes.length === 0) return [];
    const record = await this.attachments.recordOf(transaction, draft.input.identifier);
    const standing = new Set(record ? filesOfRow(record).map(({ sha256 }) => sha256) : []);
    const added = hashes.filter((sha256) => !standing.has(sha256));
    return this.attachments.uploaders(transaction, added, department);
  }

  /** What the gate found in the files of a draft when they came, with its words of today, and which of them nobody has read. */
  async findingsIn(draft: Draft): Promise<Finding[]> {
    return (await this.examine(draft)).findings;
  }

  /** The findings in the files of a draft, with what is known of the files by hash: both in one reading. */
  async examine(draft: Draft): Promise<{ known: Map<string, StoredFileRow>; findings: Finding[] }> {
    const { field, files } = filesOf(draft);
    const [known, words] = await Promise.all([this.describe(files.flatMap(({ sha256 }) => sha256 ?? [])), this.words.entries()]);
    const now = new Map([...known].map(([sha256, file]) => [sha256, { findings: findingsNow(file, words) }]));
    return { known, findings: fileFindings(files, field, now) };
  }

  private async keep(
    { file, sha256, byteSize }: SpooledFile,
    { name, format, mediaType }: Inspected,
    scanned: Pick<StoredFileRow, 'scan' | 'scannedAt'>,
    department: string,
    { actor, requestId }: ActingContext,
  ): Promise<Attachment> {
    const text = await describeText(this.extractor, file, format, await this.words.entries());
    const now = this.clock.now();
    const row: StoredFileRow = { sha256, byteSize: String(byteSize), format, mediaType, ...scanned, ...text, createdAt: now };
    const upload = { sha256, department, name, uploader: actor.name, uploaders: [actor.participant], uploadedAt: now };
    const before = await this.store.size(sha256);
    try {
      await this.store.putFile(file);
      await inTransaction(this.source, async (transaction) => {
        await this.attachments.lock(transaction, sha256);
        // Somebody whose entry failed may have taken the same content back meanwhile.
        if ((await this.store.size(sha256)) === undefined) await this.store.putFile(file);
        await this.attachments.save(transaction, row, upload);
        await this.audit.append(transaction, [
          { ...EVENT, actor: actor.name, action: 'file.uploaded', objectId: `${sha256} ${name}`, afterHash: sha256, requestId },
        ]);
      });
    } catch (error) {
      if (before === undefined) await this.takeBack(sha256);
      throw error;
    }
    return present({ file: row, upload });
  }

  /** Nothing stays of a file that could not be entered, unless somebody else has entered it. */
  private async takeBack(sha256: string): Promise<void> {
    await inTransaction(this.source, async (transaction) => {
      await this.attachments.lock(transaction, sha256);
      if (!(await this.attachments.isKnown(transaction, sha256))) await this.store.remove(sha256);
    }).catch(() => undefined);
  }

  private async refused(
    { rule, message, english }: Refusal,
    sha256: string,
    name: string,
    { actor, requestId }: ActingContext,
  ): Promise<AppError> {
    const objectId = `${sha256} ${rule} ${name.slice(0, 200)}`;
    await this.audit.note({ ...EVENT, actor: actor.name, action: 'file.refused', objectId, afterHash: null, requestId, result: 'refused' });
    return new AppError('VALIDATION_FAILED', message, { english, fields: [{ field: 'file', message: message.replace(/。$/, '') }] });
  }

  private async departmentOf(given: string | null, actor: Actor): Promise<string> {
    const department = actingDepartment(given, actor, 'file.upload', '上传');
    await this.departments.get(department);
    return department;
  }
}

const HASH = /^[0-9a-f]{64}$/;
const EVENT = { objectType: 'file', revision: null, beforeHash: null };

/** The name decides between formats of the same content: it was held against the content when the file came. */
function present({ file, upload: { name } }: BroughtFile): Attachment {
  const { sha256, byteSize, format, mediaType, scan, textState, textNote, findings } = file;
  return { sha256, byteSize: Number(byteSize), name, ...(formatNamed(name) ?? { format, mediaType }), scan, textState, textNote, findings };
}
