import { expect, it } from 'vitest';
import { boxText, formFields, inputOfForm } from './form-field.js';

it('what the boxes show comes back as it was', () => {
  const input = {
    identifier: 'a',
    title: '贷款',
    keywords: ['公积金', '贷款'],
    items: [
      { name: '金额', type: 'N', length: '12,2', description: '万元|含税' },
      { name: '年份', type: null, length: null, description: null },
    ],
    openness: '无条件开放',
    resources: [{ title: '文件', sha256: 'x' }],
  };
  const form = Object.fromEntries(formFields('dataset').map((field) => [field.name, boxText(field, input)]));
  expect(inputOfForm('dataset', form, input)).toMatchObject(input);
});
