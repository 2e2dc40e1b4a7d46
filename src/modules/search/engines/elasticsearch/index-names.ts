import { randomBytes } from 'node:crypto';

/** Names of everything that belongs to one catalog in a cluster. */
export class IndexNames {
  constructor(private readonly prefix: string) {}

  /** Alias that readers and writers use. */
  get live(): string {
    return `${this.prefix}-records`;
  }

  /** Alias of the index being built. */
  get next(): string {
    return `${this.prefix}-records-next`;
  }

  get terms(): string {
    return `${this.prefix}-terms`;
  }

  /** Holds who is rebuilding. */
  get locks(): string {
    return `${this.prefix}-locks`;
  }

  /** Every version of the index, without the aliases. */
  get versions(): string {
    return `${this.prefix}-records-2*`;
  }

  /** The index that stands in until the catalog has been read for the first time. */
  get first(): string {
    return `${this.prefix}-records-20000101t000000-first`;
  }

  /** A name nobody used, which sorts by time: `haozhao-records-20261124t063000123-1a2b`. */
  version(now: Date): string {
    const time = now
      .toISOString()
      .replaceAll(/[-:.Z]/g, '')
      .toLowerCase();
    return `${this.prefix}-records-${time}-${randomBytes(2).toString('hex')}`;
  }
}
