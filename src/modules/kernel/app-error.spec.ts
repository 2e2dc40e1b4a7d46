import { expect, it } from 'vitest';
import { AppError } from './app-error.js';

it('carries code, sentence and fields', () => {
  const error = new AppError('VALIDATION_FAILED', '标题不能为空。', { fields: [{ field: 'title', message: '必填' }] });
  expect(error).toMatchObject({ code: 'VALIDATION_FAILED', message: '标题不能为空。', details: { fields: [{ field: 'title' }] } });
});
