import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { sweepTemporary } from './sweep-temporary.js';

/** Files that records refer to: in the bucket `S3_BUCKET`, or in `DATA_DIR/files` where none is named. */
@Global()
@Module({ providers: [{ provide: FileStore, useFactory: storeOf, inject: [Config] }], exports: [FileStore] })
export class FileModule {}

async function storeOf(config: Config): Promise<FileStore> {
  const folder = path.join(config.dataPath, 'files');
  // Nothing is on its way yet in this process: what lies there was left by one that was killed.
  await sweepTemporary(config.incomingPath);
  await sweepTemporary(LocalFileStore.incoming(folder));
  if (!config.s3Bucket) return new LocalFileStore(folder);
  // The SDK takes a moment and some memory to load: only those who use it pay for it.
  const { S3FileStore } = await import('./s3-file-store.js');
  return new S3FileStore(
    {
      bucket: config.s3Bucket,
      region: config.s3Region,
      endpoint: config.s3Endpoint,
      accessKeyId: config.s3AccessKeyId,
      secretAccessKey: config.s3SecretAccessKey,
    },
    config.incomingPath,
  );
}
