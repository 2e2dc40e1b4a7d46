import { DatasetInput } from '../record/record.input.js';
import { Dataset } from '../record/record.model.js';
import { recordController } from './kind.controller.js';
import { DatasetPage } from './record-answers.js';

/** Datasets by REST. */
export const DatasetController = recordController({
  kind: 'dataset',
  name: 'DatasetController',
  label: '数据资源',
  example: 'lanchuan-ds-gjj-001',
  model: Dataset,
  input: DatasetInput,
  page: DatasetPage,
});
