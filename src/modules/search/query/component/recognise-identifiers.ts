import { findDocumentNumbers, isValidCreditCode } from '../../../kernel/identifier/index.js';
import type { IdentifierTerm, InterpretationPiece } from '../analysed-query.js';
import type { Reading } from '../span.js';

const RESOURCE_CODE = /(?<![\d/])[123]\d{5,}\/\d{1,9}(?!\d)/g;
const INDEX_NUMBER = /(?<![0-9a-z])[0-9a-z]{8,18}[/-](?:19|20)\d{2}-\d{3,6}(?!\d)/g;
const CREDIT_CODE = /(?<![0-9a-z])[0-9a-z]{18}(?![0-9a-z/])/g;

/** Takes document numbers in any typing, index numbers, resource codes and credit codes out of the text. */
export function recogniseIdentifiers(reading: Reading): { identifiers: IdentifierTerm[]; pieces: InterpretationPiece[] } {
  const identifiers: IdentifierTerm[] = [];
  const pieces: InterpretationPiece[] = [];
  const take = (start: number, text: string, term: IdentifierTerm, meaning: string, type: InterpretationPiece['type']) => {
    if (!reading.claim(start, start + text.length)) return;
    identifiers.push(term);
    pieces.push({ type, text, meaning });
  };
  for (const { 0: text, index } of reading.text.matchAll(INDEX_NUMBER))
    take(index, text, { type: 'indexNumber', value: text.toUpperCase(), partial: false }, `索引号 ${text.toUpperCase()}`, 'indexNumber');
  for (const { 0: text, index } of reading.text.matchAll(RESOURCE_CODE))
    take(index, text, { type: 'resourceCode', value: text, partial: false }, `信息资源代码 ${text}`, 'code');
  for (const { 0: text, index } of reading.text.matchAll(CREDIT_CODE)) {
    if (isValidCreditCode(text.toUpperCase()))
      take(
        index,
        text,
        { type: 'creditCode', value: text.toUpperCase(), partial: false },
        `统一社会信用代码 ${text.toUpperCase()}`,
        'code',
      );
  }
  for (const found of findDocumentNumbers(reading.text)) {
    take(
      found.index,
      found.text,
      { type: 'documentNumber', value: found.key, partial: found.partial },
      `文号 ${found.value}`,
      'documentNumber',
    );
  }
  return { identifiers, pieces };
}
