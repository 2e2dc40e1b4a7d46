import { Module } from '@nestjs/common';
import { DataModule } from '../../data/index.js';
import { ReadingModule } from '../reading/reading.module.js';
import { CroissantController } from './croissant.controller.js';

/** Croissant 1.0, a description a table. */
@Module({ imports: [DataModule, ReadingModule], controllers: [CroissantController] })
export class CroissantModule {}
