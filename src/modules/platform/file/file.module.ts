import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { FileStore } from './file-store.js';

/** Files that records refer to, kept in `DATA_DIR/files`. */
@Global()
@Module({
  providers: [{ provide: FileStore, useFactory: (config: Config) => new FileStore(path.join(config.dataPath, 'files')), inject: [Config] }],
  exports: [FileStore],
})
export class FileModule {}
