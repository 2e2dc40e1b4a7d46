import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { AppError } from '../../kernel/app-error.js';
import { type ByteRange, demandHash, FileMissing, FileStore, type StoredFile } from './file-store.js';
import { spoolFile } from './spool-file.js';
import { temporaryName } from './temporary-name.js';

/** Where the bucket is and who asks; without keys the SDK looks in its usual places. */
export interface S3Place {
  bucket: string;
  region: string;
  endpoint?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
}

/** Two parts of 8 MiB are in memory at once, whatever the size of the file. */
const PART_BYTES = 8 * 1024 * 1024;

/** Files in a bucket of S3 or of a server that speaks its language. An object appears whole or not at all. */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  /** `folder` holds what is on its way in or lent. */
  constructor(
    { bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Place,
    private readonly folder: string,
  ) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
      // Servers other than Amazon's do not know the newer checksums; the address is a SHA-256 already.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    });
  }

  async put(content: Readable): Promise<StoredFile> {
    const { file, sha256, byteSize } = await spoolFile(content, this.folder);
    try {
      await this.send(file, sha256, byteSize);
      return { sha256, byteSize };
    } finally {
      await rm(file, { force: true });
    }
  }

  /** Read twice: the address must be known before the first byte is sent. */
  async putFile(file: string): Promise<StoredFile> {
    const hash = createHash('sha256');
    let byteSize = 0;
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      byteSize += chunk.length;
    }
    const sha256 = hash.digest('hex');
    await this.send(file, sha256, byteSize);
    return { sha256, byteSize };
  }

  async size(sha256: string): Promise<number | undefined> {
    try {
      return (await this.client.send(new HeadObjectCommand(this.object(sha256)))).ContentLength;
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw away(error);
    }
  }

  async read(sha256: string, range?: ByteRange): Promise<Readable> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    try {
      return (await this.client.send(new GetObjectCommand({ ...this.object(sha256), Range }))).Body as Readable;
    } catch (error) {
      throw isAbsence(error) ? new FileMissing(sha256) : away(error);
    }
  }

  async withLocalCopy<T>(sha256: string, work: (file: string) => Promise<T>): Promise<T> {
    const content = await this.read(sha256);
    const place = path.join(this.folder, temporaryName('lent'));
    await mkdir(place, { recursive: true });
    try {
      const file = path.join(place, sha256);
      await pipeline(content, createWriteStream(file));
      return await work(file);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }

  async remove(sha256: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.object(sha256))).catch((error: unknown) => {
      throw away(error);
    });
  }

  private async send(file: string, sha256: string, byteSize: number): Promise<void> {
    if ((await this.size(sha256)) === byteSize) return;
    const Body = createReadStream(file);
    try {
      await new Upload({
        client: this.client,
        params: { ...this.object(sha256), Body, ContentType: 'application/octet-stream' },
        partSize: PART_BYTES,
        queueSize: 2,
      }).done();
    } catch (error) {
      throw away(error);
    } finally {
      Body.destroy();
    }
  }

  private object(sha256: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `${demandHash(sha256).slice(0, 2)}/${sha256}` };
  }
}

const statusOf = (error: unknown) => (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

const isAbsence = (error: unknown) => statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket';

/** What S3 says is for operators; who asked for a file learns when to come back. */
function away(error: unknown): unknown {
  if (error instanceof TypeError) return error;
  const unavailable = new AppError('UNAVAILABLE', '文件存储暂时不可用，请稍后再试。', {
    english: 'The file storage is unavailable.',
    retryAfter: 10,
  });
  return Object.assign(unavailable, { cause: error });
}
