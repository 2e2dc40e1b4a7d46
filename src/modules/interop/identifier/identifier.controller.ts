import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { unknownRecord } from '../../catalog/index.js';
import { Open } from '../../platform/access/index.js';
import { EntryReader } from '../reading/entry-reader.js';

/** Where a caller who prefers a type is sent: the first one is for whoever does not care. */
const FORMS = ['text/html', 'application/json', 'application/ld+json', 'text/turtle', 'application/rdf+xml'] as const;
const SUFFIXES: Record<string, string> = { 'application/ld+json': '.jsonld', 'text/turtle': '.ttl', 'application/rdf+xml': '.rdf' };

/** The permanent addresses of records: they stay whatever the title becomes, and lead to what the caller can read. */
@ApiExcludeController()
@Open()
@Controller('id')
export class IdentifierController {
  constructor(private readonly entries: EntryReader) {}

  /** Withdrawn records are told of where this leads. */
  @Get(':identifier')
  async see(@Param('identifier') identifier: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const entry = await this.entries.find(identifier);
    if (!entry) throw unknownRecord(identifier);
    const form = request.accepts([...FORMS]) || 'text/html';
    response.vary('Accept');
    response.setHeader('Cache-Control', 'public, max-age=60');
    response.redirect(303, form === 'application/json' ? entry.api : entry.page + (SUFFIXES[form] ?? ''));
  }
}
