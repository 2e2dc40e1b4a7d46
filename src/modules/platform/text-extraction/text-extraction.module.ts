import { Global, Module } from '@nestjs/common';
import { TextExtractor } from './text-extractor.js';

/** The one reader of files of a process, so that their number at once is bounded. */
@Global()
@Module({ providers: [{ provide: TextExtractor, useFactory: () => new TextExtractor() }], exports: [TextExtractor] })
export class TextExtractionModule {}
