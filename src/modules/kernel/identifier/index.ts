export * from '../checked.js';
export * from './credit-code.js';
export {
  documentNumberKey,
  documentNumberKeys,
  findDocumentNumbers,
  normaliseDocumentNumber,
  parseDocumentNumber,
} from './document-number.js';
export type { DocumentNumberKind, ParsedDocumentNumber } from './document-number-form.js';
export * from './document-type-guess.js';
export * from './identity-card.js';
export * from './index-number.js';
export * from './organisation-code.js';
export * from './resource-code.js';
export type { FoundDocumentNumber } from './scan-document-numbers.js';
