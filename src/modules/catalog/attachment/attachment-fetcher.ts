import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { actingDepartment, type ActingContext } from '../../identity/index.js';
import { Config } from '../../platform/config/index.js';
import { temporaryName } from '../../platform/file/index.js';
import { GuardedFetch } from '../../platform/outbound/index.js';
import type { Attachment, FetchInput } from './attachment.model.js';
import { AttachmentService } from './attachment.service.js';
import { fetchedName } from './fetched-name.js';

const MEGABYTE = 1024 * 1024;
const MINUTES = 10;

/** Takes files in from addresses on the network, as if somebody had uploaded them. */
@Injectable()
export class AttachmentFetcher {
  constructor(
    private readonly outbound: GuardedFetch,
    private readonly attachments: AttachmentService,
    private readonly audit: AuditRepository,
    private readonly config: Config,
  ) {}

  /** @throws AppError VALIDATION_FAILED for addresses and files that are refused, PAYLOAD_TOO_LARGE, UNAVAILABLE when the other side does not answer */
  async fetch({ address, name, department: given }: FetchInput, context: ActingContext): Promise<Attachment> {
    const department = actingDepartment(given, context.actor, 'file.upload', '取文件');
    await mkdir(this.config.incomingPath, { recursive: true });
    const file = path.join(this.config.incomingPath, temporaryName());
    try {
      const limits = { maxBytes: this.config.maxUploadMb * MEGABYTE, timeoutMs: MINUTES * 60_000 };
      const fetched = await this.outbound.download(address, { file, ...limits });
      const called = fetchedName(name ?? undefined, fetched.notModified ? {} : fetched);
      const attachment = await this.attachments.receive(createReadStream(file), { name: called, department }, context);
      const { actor, requestId } = context;
      const objectId = `${attachment.sha256} ${address}`;
      await this.audit.note(entryWithoutRevision({ actor: actor.name, action: 'file.fetched', objectType: 'file', objectId, requestId }));
      return attachment;
    } finally {
      await rm(file, { force: true });
    }
  }
}
