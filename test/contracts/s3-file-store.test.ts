import path from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { S3FileStore } from '../../src/modules/platform/file/s3-file-store.js';
import { startS3 } from '../support/s3-server.js';
import { fileStoreContract } from './file-store.contract.js';

fileStoreContract('files in a bucket', async (folder) => {
  const { place, close } = await startS3();
  const { bucket, region, endpoint, accessKeyId, secretAccessKey } = place;
  const client = new S3Client({
    region,
    endpoint,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKeyId!, secretAccessKey: secretAccessKey! },
  });
  const kept = async () => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.map(({ Key }) => path.basename(Key!));
  };
  return { store: new S3FileStore(place, folder), kept, close };
});

it('says in a sentence that the bucket cannot be reached', async () => {
  const { place, close } = await startS3();
  await close();
  const store = new S3FileStore(place, '/nowhere');
  await expect(store.size('0'.repeat(64))).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('文件存储') });
});
