import { DocumentInput } from '../record/record.input.js';
import { Document } from '../record/record.model.js';
import { recordController } from './kind.controller.js';
import { DocumentPage } from './record-answers.js';

/** Documents by REST. */
export const DocumentController = recordController({
  kind: 'document',
  name: 'DocumentController',
  label: '公开文件',
  example: 'lanchuan-doc-gjj-loan',
  model: Document,
  input: DocumentInput,
  page: DocumentPage,
});
