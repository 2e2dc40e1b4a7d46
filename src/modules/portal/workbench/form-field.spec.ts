import { expect, it } from 'vitest';
import { boxText, comparedFields, formFields, inputOfForm } from './form-field.js';

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

it('what the editor does not show is compared all the same, a file by its name and its content', () => {
  const text = (name: string, input: object) =>
    boxText(
      comparedFields('document').find((field) => field.name === name)!,
      input as Record<string, unknown>,
    );
  expect(text('attachments', { attachments: [{ byteSize: 12, title: '方案', sha256: 'ab12cd34ef', path: 'x' }, { title: '名单' }] })).toBe(
    '方案 · 12 · 校验码 ab12cd34\n名单',
  );
  expect(text('relations', { relations: [{ type: 'repeals', target: 'a' }] })).toBe('repeals · a');
  expect(text('audience', {})).toBe('');
});

it('a box that a form does not carry leaves its field as it was', () => {
  expect(inputOfForm('document', { title: '' }, { title: '旧', body: '正文' })).toEqual({ title: '', body: '正文' });
});
