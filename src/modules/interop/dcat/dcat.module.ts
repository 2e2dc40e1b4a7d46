import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { ReadingModule } from '../reading/reading.module.js';
import { DcatController } from './dcat.controller.js';
import { DcatRecordMiddleware } from './dcat-record.middleware.js';
import { DcatService } from './dcat.service.js';

/** DCAT-AP 3 in three syntaxes of RDF. */
@Module({ imports: [ReadingModule], controllers: [DcatController], providers: [DcatService] })
export class DcatModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(DcatRecordMiddleware).forRoutes('datasets/:identifier', 'documents/:identifier');
  }
}
