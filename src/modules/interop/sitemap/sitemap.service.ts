import { Injectable } from '@nestjs/common';
import { type AddressRow, RecordReader, recordUrl } from '../../catalog/index.js';
import { DepartmentService } from '../../department/index.js';
import { AppError } from '../../kernel/app-error.js';
import { PublicAddress } from '../../platform/http/index.js';
import { type SitemapAddress, sitemapIndex, sitemapPieces } from './sitemap-xml.js';

/** Records in one sitemap, at most; those of one are the same whatever happens to the others. */
const SIZE = 10_000;
const FIXED = ['/', '/disclosure', '/departments', '/transparency', '/help', '/about', '/accessibility', '/site-map'];

/** Lists every page that search engines should know. */
@Injectable()
export class SitemapService {
  constructor(
    private readonly records: RecordReader,
    private readonly departments: DepartmentService,
    private readonly address: PublicAddress,
  ) {}

  /** The first one is of departments and fixed pages, the others of records. */
  async index(): Promise<string> {
    const ranges = await this.records.addressRanges(SIZE);
    return sitemapIndex([
      { loc: this.locationOf(0) },
      ...ranges.map(({ number, updatedAt }) => ({ loc: this.locationOf(number + 1), lastmod: updatedAt })),
    ]);
  }

  /** @throws AppError NOT_FOUND when there is no such sitemap */
  async pieces(name: string): Promise<AsyncGenerator<string>> {
    const number = /^(0|[1-9]\d{0,8})\.xml$/.exec(name)?.[1];
    if (number === '0') return sitemapPieces(this.pages());
    const records = number && this.records.addressesOf(Number(number) - 1, SIZE);
    const first = records && (await records.next());
    // A sitemap without an address is not valid.
    if (!records || !first || first.done)
      throw new AppError('NOT_FOUND', `没有站点地图 ${name}，现有的见 /sitemap.xml。`, { english: `There is no sitemap ${name}.` });
    return sitemapPieces(this.recordPages(first.value, records));
  }

  private async *recordPages(first: AddressRow[], rest: AsyncIterable<AddressRow[]>): AsyncGenerator<SitemapAddress[]> {
    const listed = (rows: AddressRow[]) =>
      rows.map(({ kind, identifier, updatedAt }) => ({ loc: this.address.url + recordUrl(kind, identifier), lastmod: updatedAt }));
    yield listed(first);
    for await (const rows of rest) yield listed(rows);
  }

  private async *pages(): AsyncGenerator<SitemapAddress[]> {
    const departments = await this.departments.list();
    yield [...FIXED, ...departments.map(({ url }) => url)].map((path) => ({ loc: this.address.url + path }));
  }

  private locationOf(number: number): string {
    return `${this.address.url}/sitemaps/${number}.xml`;
  }
}
