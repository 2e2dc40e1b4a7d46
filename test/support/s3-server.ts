import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import type { Config } from '../../src/modules/platform/config/index.js';
import type { S3Place } from '../../src/modules/platform/file/s3-file-store.js';

/** An S3 server of this test alone, with one empty bucket. */
export async function startS3(): Promise<{ place: S3Place & { endpoint: string }; close: () => Promise<void> }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'haozhao-s3-'));
  const bucket = 'haozhao-test';
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] });
  const { port } = await server.run();
  return {
    place: { bucket, region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The settings that name it. */
export const settingsOf = ({ bucket, endpoint, accessKeyId, secretAccessKey }: S3Place): Partial<Config> => ({
  s3Bucket: bucket,
  s3Endpoint: endpoint,
  s3AccessKeyId: accessKeyId,
  s3SecretAccessKey: secretAccessKey,
});
