import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { inTransaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/file/index.js';
import { FileInspector, Refusal } from '../../platform/inspection/index.js';
import { Jobs } from '../../platform/job/index.js';
import { Log } from '../../platform/logging/index.js';
import { OutboxDispatcher, OutboxRepository } from '../../platform/outbox/index.js';
import { TextExtractor } from '../../platform/text-extraction/index.js';
import { GateWordService } from '../gate/word/gate-word.service.js';
import { RecordRepository } from '../read/record.repository.js';
import { AttachmentRepository } from './attachment.repository.js';
import { unreadFinding } from './file-findings.js';
import { describeText } from './read-text.js';
import { ScanPolicy } from './scan-policy.js';
import type { StoredFileRow } from './stored-file.entity.js';
import { type UnreadFile, UnreadFileRepository } from './unread-file.repository.js';

const READ = 'attachment.read';
const READ_ALL = 'attachment.readAll';
/** Wakes only the search: nothing in the record has changed. */
const FILE_READ = 'file.read';
const PAGE = 500;
const UNKNOWN = { format: 'unknown', mediaType: 'application/octet-stream', scan: 'unscanned', scannedAt: null, text: '' } as const;

/** Reads the files of records that came past the upload, such as by import: what they say can be searched, and reviewers see what was found. */
@Injectable()
export class KeptFileReader implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly unread: UnreadFileRepository,
    private readonly attachments: AttachmentRepository,
    private readonly records: RecordRepository,
    private readonly store: FileStore,
    private readonly inspector: FileInspector,
    private readonly scans: ScanPolicy,
    private readonly extractor: TextExtractor,
    private readonly words: GateWordService,
    private readonly jobs: Jobs,
    private readonly dispatcher: OutboxDispatcher,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.dispatcher.consumer('attachments', (messages) => this.schedule([...new Set(messages.map(({ recordId }) => recordId))], true));
    this.jobs.handle(READ, (file: UnreadFile) => this.read(file));
    this.jobs.handle(READ_ALL, () => this.scheduleAll());
  }

  /** Looks once a month through all records: some are older than this reader. */
  async start(): Promise<void> {
    await inTransaction(this.source, (transaction) => this.jobs.enqueue(transaction, READ_ALL, {}, { key: 'all' }));
  }

  private async scheduleAll(): Promise<void> {
    for (let after = '0'; ;) {
      const rows = await this.records.pageRevisions(after, PAGE);
      const last = rows.at(-1);
      if (!last) return;
      await this.schedule(
        rows.map(({ id }) => id),
        false,
      );
      after = last.id;
    }
  }

  private async schedule(recordIds: readonly string[], late: boolean): Promise<void> {
    const files: UnreadFile[] = [];
    // A record may name a file that never came along: it stays unread, and reviewers are told so.
    for (const file of await this.unread.of(recordIds, late)) if ((await this.store.size(file.sha256)) !== undefined) files.push(file);
    if (files.length === 0) return;
    await inTransaction(this.source, async (transaction) => {
      for (const file of files)
        await this.jobs.enqueue(transaction, READ, file, { key: `${file.sha256} ${file.recordId} ${file.revision}` });
    });
  }

  private async read({ sha256, name, recordId, revision }: UnreadFile): Promise<void> {
    const byteSize = await this.store.size(sha256);
    if (byteSize === undefined) return;
    const known = (await this.attachments.findFiles([sha256])).length > 0;
    const read = known ? undefined : await this.store.withLocalCopy(sha256, (file) => this.describe(file, name.split(/[\\/]/).at(-1)!));
    await inTransaction(this.source, async (transaction) => {
      await this.attachments.lock(transaction, sha256);
      if (read) await this.attachments.enter(transaction, { sha256, byteSize: String(byteSize), ...read, createdAt: this.clock.now() });
      await this.outbox.add(transaction, FILE_READ, [{ recordId, revision }]);
    });
  }

  /** What would have been refused at an upload is kept where it is, but not read. */
  private async describe(file: string, name: string): Promise<Omit<StoredFileRow, 'sha256' | 'byteSize' | 'createdAt'>> {
    try {
      const { format, mediaType } = await this.inspector.inspect(file, name);
      const scanned = await this.scans.apply(file);
      return { format, mediaType, ...scanned, ...(await describeText(this.extractor, file, format, await this.words.entries())) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.log.warn({ rule: error.rule, file: name.slice(0, 200) }, 'a file of a record would be refused at an upload; it was not read');
      const note = `按上传的规则它会被拒绝，没有读取：${error.message}`;
      return { ...UNKNOWN, textState: 'none', textNote: note, findings: [unreadFinding(note)] };
    }
  }
}
