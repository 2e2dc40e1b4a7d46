import { Module } from '@nestjs/common';
import { ReadingModule } from '../reading/reading.module.js';
import { DataJsonController } from './data-json.controller.js';
import { DataJsonService } from './data-json.service.js';

/** data.json 1.1 and DCAT-US 3. */
@Module({ imports: [ReadingModule], controllers: [DataJsonController], providers: [DataJsonService] })
export class DataJsonModule {}
