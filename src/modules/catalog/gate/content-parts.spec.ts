import { expect, it } from 'vitest';
import { DatasetInput, DocumentInput } from '../record/record.input.js';
import { contentParts } from './content-parts.js';
import { scanContent } from './scan-content.js';

it('names every text that people will read, with names of files, and codes as codes', () => {
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
    { field: 'identifier', text: 'code-1', code: true },
    { field: 'issuer[0]', text: '甲局' },
    { field: 'title', text: '通知' },
  ]);
});

const ID = '11010519491231002X';
const found = (kind: 'dataset' | 'document', fields: object) => {
  const input = Object.assign(kind === 'dataset' ? new DatasetInput() : new DocumentInput(), fields);
  return scanContent(contentParts({ kind, input } as Parameters<typeof contentParts>[0])).map(({ rule, field }) => `${field} ${rule}`);
};

it.each<[object, string[]]>([
  [{ indexNumber: ID }, ['indexNumber identityNumber']],
  [{ indexNumber: `甲政${ID}` }, ['indexNumber identityNumber']],
  [{ indexNumber: '110105-19491231-002X' }, ['indexNumber identityNumber']],
  [{ indexNumber: '甲-13800138000' }, ['indexNumber mobile']],
  [{ indexNumber: '机密★10年' }, ['indexNumber secrecyMark']],
  [{ identifier: ID }, ['identifier identityNumber']],
  [{ identifier: 'tel13800138000' }, ['identifier mobile']],
  [{ resourceCode: `307001000/${ID}` }, ['resourceCode identityNumber']],
  [{ providerCode: ID }, ['providerCode identityNumber']],
  [{ relatedCodes: ['1', ID] }, ['relatedCodes[1] identityNumber']],
  [{ relations: [{ type: 'basedOn', target: ID }] }, ['relations[0].target identityNumber']],
  [{ indexNumber: '000014349/2017-00110' }, []],
  [{ indexNumber: '11370812004339255B/2020-22849' }, []],
  [{ indexNumber: '330200-01-A-02-20091231-0007' }, []],
  [{ indexNumber: '530000010203202000012' }, []],
  [{ resourceCode: '307001000/000012' }, []],
  [{ providerCode: '91350100M000100Y43' }, []],
  [{ providerCode: '11370812004339255B' }, []],
  [{ identifier: '596c5972-a52d-4e3a-b462-15320491278c' }, []],
  [{ identifier: '3069b6e088e14694a4e6c15486653555' }, []],
  [{ identifier: 'ds-20240101-0001' }, []],
])('looks through codes for what is never part of one: %j → %j', (fields, rules) => {
  expect(found('dataset', fields)).toEqual(rules);
});

it.each([
  ['<table><tr><td>密级</td><td>机密</td></tr></table>', ['body secrecyMark']],
  ['<table><tr><td>张三</td><td>138</td><td>0013</td><td>8000</td></tr></table>', ['body mobile']],
  ['<p>138<b>0013</b>8000</p>', ['body mobile']],
  ['<p>1380&#48;13&#x38;000</p>', ['body mobile']],
  ['<p>机&#23494;★</p>', ['body secrecyMark']],
  ['<p>机&zwj;密★</p>', ['body secrecyMark']],
  ['<table><tr><td>2019</td><td>150</td><td>1203</td><td>4500</td></tr></table>', []],
  ['1380&#48;138000 是写给程序看的', []],
])('reads a body as it will be shown: %s → %j', (body, rules) => {
  expect(found('document', { body })).toEqual(rules);
});
