import { createHash } from 'node:crypto';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { recordUrl, type RecordKind, unknownRecord } from '../../catalog/index.js';
import { isHeld } from '../../platform/http/index.js';
import type { CatalogEntry } from '../mapping/entry.js';
import { EntryReader } from '../reading/entry-reader.js';
import { DcatService } from './dcat.service.js';
import { type Form, FORMS, wantedForm } from './form.js';

const PAGE = /^\/(dataset|document)s\/([^/]+)$/;
const SUFFIX = /^(.+)\.(ttl|jsonld|rdf)$/s;

/**
 * Answers a record as RDF at the address of its page, by suffix or by Accept; it stands before the routes since the page has that
 * address too. A record whose identifier itself ends in a suffix has its page there.
 */
@Injectable()
export class DcatRecordMiddleware implements NestMiddleware {
  constructor(
    private readonly entries: EntryReader,
    private readonly dcat: DcatService,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const [, kind, part] = PAGE.exec(request.baseUrl + (request.path === '/' ? '' : request.path)) ?? [];
    if (!part || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    response.vary('Accept');
    const identifier = decodeURIComponent(part);
    const [, shorter, suffix] = SUFFIX.exec(identifier) ?? [];
    const wanted = wantedForm((types) => request.accepts(types), ['text/html']);
    if (!shorter && !wanted) return next();
    const entry = await this.find(identifier, kind as RecordKind);
    if (entry && !wanted) return next();
    if (entry && wanted) return this.answer(entry, wanted, response);
    const other = shorter && (await this.find(shorter, kind as RecordKind));
    if (!other) throw unknownRecord(shorter ?? identifier);
    return this.answer(other, suffix as Form, response);
  }

  private async find(identifier: string, kind: RecordKind): Promise<CatalogEntry | undefined> {
    const entry = await this.entries.find(identifier);
    return entry?.record.kind === kind ? entry : undefined;
  }

  private async answer(entry: CatalogEntry, form: Form, response: Response): Promise<void> {
    const { kind, identifier, revision, status } = entry.record;
    const { mediaType, write } = FORMS[form];
    const text = await write(this.dcat.graphOf(entry));
    // Names of departments and tables change without a revision, so that the content has its say.
    const content = createHash('sha256').update(text).digest('base64url').slice(0, 12);
    response.setHeader('ETag', `W/"r${revision}-${form}-${content}"`);
    response.setHeader('Cache-Control', 'public, no-cache');
    response.setHeader('Content-Location', `${recordUrl(kind, identifier)}.${form}`);
    if (status === 'withdrawn') response.status(410);
    else if (isHeld(response)) {
      response.status(304).end();
      return;
    }
    response.type(mediaType).send(text);
  }
}
