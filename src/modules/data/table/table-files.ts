import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { FileStore, sweepTemporary, temporaryName } from '../../platform/file/index.js';

/** Parquet files on this machine's disk, where the query engine may read them; they come from the file store when they are asked for first. */
@Injectable()
export class TableFiles implements OnModuleInit {
  private readonly coming = new Map<string, Promise<string>>();

  constructor(
    private readonly store: FileStore,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await mkdir(this.config.tablesPath, { recursive: true });
    await mkdir(this.config.scratchPath, { recursive: true });
    // What a process that was killed had begun.
    await sweepTemporary(this.config.tablesPath);
    await sweepTemporary(this.config.scratchPath);
  }

  /** Keeps a file that was made in the scratch folder; answers its address and size. */
  async keep(file: string): Promise<{ sha256: string; byteSize: number }> {
    return this.store.putFile(file);
  }

  /** Path of the file of this hash. @throws FileMissing */
  async path(sha256: string): Promise<string> {
    const file = path.join(this.config.tablesPath, `${sha256}.parquet`);
    if (await stat(file).catch(() => undefined)) return file;
    const coming =
      this.coming.get(sha256) ??
      this.bring(sha256, file).finally(() => {
        this.coming.delete(sha256);
      });
    this.coming.set(sha256, coming);
    return coming;
  }

  private async bring(sha256: string, file: string): Promise<string> {
    const beside = path.join(this.config.tablesPath, temporaryName());
    try {
      await this.store.withLocalCopy(sha256, async (copy) => {
        // On the same disk a second name costs nothing.
        await link(copy, beside).catch(() => copyFile(copy, beside));
      });
      await rename(beside, file);
    } finally {
      await rm(beside, { force: true });
    }
    return file;
  }
}
