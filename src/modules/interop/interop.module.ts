import { Module } from '@nestjs/common';
import { FeedModule } from './feed/feed.module.js';
import { IdentifierController } from './identifier/identifier.controller.js';
import { ReadingModule } from './reading/reading.module.js';
import { SchemaOrgModule } from './schema-org/schema-org.module.js';
import { SitemapModule } from './sitemap/sitemap.module.js';

/** The catalog in the vocabularies and protocols of others. */
@Module({
  imports: [ReadingModule, FeedModule, SchemaOrgModule, SitemapModule],
  controllers: [IdentifierController],
  exports: [ReadingModule, SchemaOrgModule],
})
export class InteropModule {}
