import { Module } from '@nestjs/common';
import { CkanModule } from './ckan/ckan.module.js';
import { CroissantModule } from './croissant/croissant.module.js';
import { DataJsonModule } from './data-json/data-json.module.js';
import { DcatModule } from './dcat/dcat.module.js';
import { FeedModule } from './feed/feed.module.js';
import { IdentifierController } from './identifier/identifier.controller.js';
import { McpModule } from './mcp/mcp.module.js';
import { OaiPmhModule } from './oai-pmh/oai-pmh.module.js';
import { ReadingModule } from './reading/reading.module.js';
import { SchemaOrgModule } from './schema-org/schema-org.module.js';
import { SitemapModule } from './sitemap/sitemap.module.js';

/** The catalog in the vocabularies and protocols of others. */
@Module({
  imports: [
    ReadingModule,
    CkanModule,
    DcatModule,
    DataJsonModule,
    CroissantModule,
    OaiPmhModule,
    FeedModule,
    SitemapModule,
    McpModule,
    SchemaOrgModule,
  ],
  controllers: [IdentifierController],
  exports: [ReadingModule, SchemaOrgModule],
})
export class InteropModule {}
