import { createRequire } from 'node:module';
import type { TextExtractor } from '../../platform/text-extraction/index.js';
import type { Finding } from '../gate/finding.js';
import type { GateWordEntry } from '../gate/word/word-rules.js';
import { unreadFinding } from './file-findings.js';
import type { StoredFileRow } from './stored-file.entity.js';

/** What is kept of the text of a file. */
export type DescribedText = Pick<StoredFileRow, 'text' | 'textState' | 'textNote' | 'findings'>;

/** The gate as it is built: the thread that reads a file cannot run TypeScript. */
const EXAMINER = createRequire(import.meta.url).resolve('#src/modules/catalog/attachment/gate-examiner.js');

/** The text of a file and what the gate finds in all of it; a file that was not read to its end is a finding too. */
export async function describeText(
  extractor: TextExtractor,
  path: string,
  format: string,
  words: readonly GateWordEntry[] = [],
): Promise<DescribedText> {
  const { text, state, note, readToEnd, findings } = await extractor.extract<Finding>(path, format, { module: EXAMINER, data: words });
  return { text: storable(text), textState: state, textNote: note, findings: readToEnd ? findings : [...findings, unreadFinding(note)] };
}

/** PostgreSQL keeps no NUL in a text, and no half of a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
