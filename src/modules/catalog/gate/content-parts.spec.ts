import { expect, it } from 'vitest';
import { DocumentInput } from '../record/record.input.js';
import { contentParts } from './content-parts.js';

it('names every text that people will read, with names of files and without codes', () => {
  const input = Object.assign(new DocumentInput(), {
    identifier: 'code-1',
    title: '通知',
    body: '<p>正文</p>',
    issuer: ['甲局'],
    attachments: [{ title: '名单', path: 'files/0123456789ab/张某名单.docx', sha256: 'a'.repeat(64), byteSize: 3 }],
  });
  const byField = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1);
  expect(contentParts({ kind: 'document', input }).toSorted(byField)).toEqual([
    { field: 'attachments[0].path', text: '张某名单.docx' },
    { field: 'attachments[0].title', text: '名单' },
    { field: 'body', text: '正文' },
    { field: 'issuer[0]', text: '甲局' },
    { field: 'title', text: '通知' },
  ]);
});
