export { type ExtractedText, type Examiner, EXTRACTION_LIMITS, type ExtractionLimits, NO_TEXT, type TextState } from './extraction.js';
export { TextExtractionModule } from './text-extraction.module.js';
export { TextExtractor } from './text-extractor.js';
export { rowText } from './reader/csv-reader.js';
export type { TableRow, TextPart } from './text-part.js';
