import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { ChangeService } from '../../data/index.js';
import { DepartmentService } from '../../department/index.js';
import { isHeld, PublicAddress } from '../../platform/http/index.js';

/** Differs from one start of the server to the next: another version of the program may write the same differently. */
const STARTED = Date.now().toString(36);

/** Says whether anything that everybody can see has changed, without reading the records: what ETags of whole lists are made of. */
@Injectable()
export class CatalogVersion {
  constructor(
    private readonly changes: ChangeService,
    private readonly departments: DepartmentService,
    private readonly address: PublicAddress,
  ) {}

  /** Ask for it before reading what is answered: then no reader keeps an old answer under a new tag. */
  async current(): Promise<string> {
    const [position, departments] = await Promise.all([this.changes.position(), this.departments.state()]);
    return `${position}-${departments}`;
  }

  /** Gives an answer made of the whole catalog its tag; true when the caller has it already, and nothing needs to be read; `form` tells answers at one address apart. */
  async isKnown(response: Response, { seconds, form = '' }: { seconds: number; form?: string }): Promise<boolean> {
    const text = [STARTED, await this.current(), this.address.url, response.req.originalUrl, form].join('\n');
    const tag = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    response.setHeader('ETag', `W/"${tag}"`);
    response.setHeader('Cache-Control', `public, max-age=${seconds}`);
    response.vary('Accept');
    return isHeld(response);
  }
}
