import { Module } from '@nestjs/common';
import { CatalogModule } from '../../catalog/index.js';
import { DepartmentModule } from '../../department/index.js';
import { ReadingModule } from '../reading/reading.module.js';
import { SitemapController } from './sitemap.controller.js';
import { SitemapService } from './sitemap.service.js';

/** Addresses for crawlers and browsers. */
@Module({
  imports: [ReadingModule, CatalogModule, DepartmentModule],
  controllers: [SitemapController],
  providers: [SitemapService],
})
export class SitemapModule {}
