import { Injectable } from '@nestjs/common';
import type { Request } from 'express';

type Grant = (identifier: string, request: Request) => Promise<boolean>;

/** Where modules above the catalog say to whom they have granted files that are not open to everybody; without one, to nobody. */
@Injectable()
export class FileGrants {
  private readonly grants: Grant[] = [];

  add(grant: Grant): void {
    this.grants.push(grant);
  }

  /** Whether whoever sends this request was granted the files of a record. @throws AppError UNAUTHENTICATED for a wrong key */
  async allow(identifier: string, request: Request): Promise<boolean> {
    for (const grant of this.grants) if (await grant(identifier, request)) return true;
    return false;
  }
}
