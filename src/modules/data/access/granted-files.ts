import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileGrants } from '../../catalog/index.js';
import { viewerOf } from '../api/viewer.js';
import { TableAccess } from './table-access.js';

/** Whoever was granted a dataset gets its files too, not only its rows. */
@Injectable()
export class GrantedFiles implements OnModuleInit {
  constructor(
    private readonly files: FileGrants,
    private readonly access: TableAccess,
  ) {}

  onModuleInit(): void {
    this.files.add(async (identifier, request) => (await this.access.readable([identifier], viewerOf(request))).length > 0);
  }
}
