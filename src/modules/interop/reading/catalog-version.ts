import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { ChangeService } from '../../data/index.js';
import { DepartmentService } from '../../department/index.js';
import { isHeld, PublicAddress, STARTED } from '../../platform/http/index.js';

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

  /** The tag, without its quotation marks, of what is made of the whole catalog and of these; ask for it before reading, as for `current`. */
  async tagOf(parts: readonly string[]): Promise<string> {
    const text = [STARTED, await this.current(), ...parts].join('\n');
    return createHash('sha256').update(text).digest('base64url').slice(0, 22);
  }

  /** Gives an answer made of the whole catalog its tag; true when the caller has it already, and nothing needs to be read; `form` tells answers at one address apart. */
  async isKnown(response: Response, { seconds, form = '' }: { seconds: number; form?: string }): Promise<boolean> {
    response.setHeader('ETag', `W/"${await this.tagOf([this.address.url, response.req.originalUrl, form])}"`);
    response.setHeader('Cache-Control', `public, max-age=${seconds}`);
    response.vary('Accept');
    return isHeld(response);
  }
}
