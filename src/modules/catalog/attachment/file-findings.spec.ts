import { expect, it } from 'vitest';
import { fileFindings, unreadFinding } from './file-findings.js';

const found = { ...unreadFinding('x'), rule: 'mobile', field: '第 3 行' };
const known = new Map([
  ['read', { findings: [found] }],
  ['clean', { findings: [] }],
]);

it.each<[string, object, string[]]>([
  ['a file in which something was found', { sha256: 'read' }, ['resources[0] 第 3 行']],
  ['a file in which nothing was found', { sha256: 'clean', url: 'https://a.example/' }, []],
  ['a file that nobody has read', { sha256: 'unknown' }, ['resources[0] 附件内容']],
  ['a file that lies elsewhere', { url: 'https://a.example/' }, ['resources[0] 附件内容']],
  ['nothing but a title', {}, []],
])('%s', (_, file, fields) => {
  expect(fileFindings([{ title: '表', ...file }], 'resources', known).map(({ field }) => field)).toEqual(fields);
});

it('says why', () => {
  const [elsewhere, unread] = fileFindings(
    [
      { title: '一', url: 'https://a.example/' },
      { title: '二', sha256: 'unknown' },
    ],
    'attachments',
    known,
  );
  expect(elsewhere).toMatchObject({ rule: 'unreadText', severity: 'warn', message: expect.stringContaining('外部网址') });
  expect(unread).toMatchObject({ rule: 'unreadText', severity: 'warn', message: expect.stringContaining('还没有读取') });
});
