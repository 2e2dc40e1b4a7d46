import { expect, it } from 'vitest';
import type { ResourceFields } from '../record/resource-fields.js';
import { fillOwnFiles, type KnownFile } from './own-files.js';

const OWN = 'a'.repeat(64);
const STANDING = 'b'.repeat(64);
const known = new Map<string, KnownFile>([
  [OWN, { name: '表.csv', byteSize: 3, format: 'csv' }],
  [STANDING, { path: 'files/x/旧.pdf', byteSize: 9, format: 'pdf' }],
]);
const file = (fields: Partial<ResourceFields>): ResourceFields => ({ title: '表', ...fields });

it.each([
  ['what was brought', { sha256: OWN }, { sha256: OWN, byteSize: 3, format: 'csv', path: 'files/aaaaaaaaaaaa/表.csv' }],
  [
    'a lie about size, format and place',
    { sha256: OWN, byteSize: 1, format: 'pdf', path: '../x' },
    { sha256: OWN, byteSize: 3, format: 'csv', path: 'files/aaaaaaaaaaaa/表.csv' },
  ],
  ['what stands in the record', { sha256: STANDING, path: 'y' }, { sha256: STANDING, byteSize: 9, format: 'pdf', path: 'files/x/旧.pdf' }],
  ['a link', { url: 'https://a.example/', format: 'xls' }, { url: 'https://a.example/', format: 'xls' }],
])('%s', (_, given, filled) => {
  const files = [file(given)];
  expect(fillOwnFiles(files, 'attachments', known)).toEqual([]);
  expect(files).toEqual([file(filled)]);
});

it('names the file that is not theirs, and leaves it as it is', () => {
  const files = [file({ sha256: OWN }), file({}), file({ sha256: 'c'.repeat(64) })];
  expect(fillOwnFiles(files, 'attachments', known).map(({ field }) => field)).toEqual(['attachments[2].sha256']);
  expect(files[2]).toEqual(file({ sha256: 'c'.repeat(64) }));
});
