import { expect, it } from 'vitest';
import { memberKind } from './member-kind.js';

const hex = (bytes: string) => Buffer.from(bytes, 'hex');
it.each<[string, Buffer, string]>([
  ['word/foo.dat', Buffer.from('\ufeff <a/>'), 'markup'],
  ['a.bin', Buffer.from('<a/>', 'utf16le'), 'markup'],
  ['a.xml', Buffer.from('no markup'), 'markup'],
  ['a.xml', hex('504b0304'), 'markup'],
  ['a.bin', hex('504b030414000000'), 'archive'],
  ['a.bin', hex('d0cf11e0a1b11ae1'), 'object'],
  ['a.txt', Buffer.from('text'), 'object'],
  ['a.pdf', Buffer.from('%PDF-1.7'), 'object'],
  ['a.dat', hex('89504e470d0a1a0a'), 'picture'],
  ['a.emf', Buffer.concat([hex('01000000'), Buffer.alloc(36), Buffer.from(' EMF')]), 'picture'],
  ['a.jb2', hex('00000001'), 'picture'],
  ['font1.odttf', hex('aabbccdd'), 'silent'],
  ['xl/printerSettings/printerSettings1.bin', hex('aabbccdd'), 'silent'],
  ['empty', Buffer.alloc(0), 'silent'],
])('%s', (name, head, kind) => {
  expect(memberKind(name, head)).toBe(kind);
});
