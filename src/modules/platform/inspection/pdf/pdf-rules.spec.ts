import { expect, it } from 'vitest';
import { refusalOf } from '../refusal-of.fixture.js';
import { checkPdfEnds, checkPdfText } from './pdf-rules.js';
import { PdfScan } from './pdf-scan.js';

it.each([
  ['/OpenAction [3 0 R /Fit]', undefined],
  ['/URI (https://a.example/)', undefined],
  ['/EncryptMetadata false', undefined],
  ['/Type /XObject /Subtype /Image', undefined],
  ['/S /JavaScript', 'pdfAction'],
  ['/S/J#61#76aScript', 'pdfAction'],
  ['/JS 5 0 R', 'pdfAction'],
  ['/Launch', 'pdfAction'],
  ['/XFA [', 'pdfAction'],
  ['/Type /EmbeddedFile', 'pdfEmbedded'],
  ['/EmbeddedFiles 4 0 R', 'pdfEmbedded'],
  ['/Encrypt 9 0 R', 'encrypted'],
  ['/Encrypt<</Filter', 'encrypted'],
])('%s: %s', (text, rule) => {
  expect(refusalOf(() => checkPdfText(text))).toBe(rule);
});

it.each([
  ['startxref\n0\n%%EOF', undefined],
  ['%%EOF\r\n\0\0', undefined],
  ['%%EOF\nPK', 'polyglot'],
  ['startxref', 'damaged'],
])('a tail of %j: %s', (tail, rule) => {
  expect(refusalOf(() => checkPdfEnds(Buffer.from(tail)))).toBe(rule);
});

const OBJECTS =
  '1 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\r\nxxxx\nendstream\n2 0 obj << /Length 3 >>\nstream\nyyy\nendstream';
const found = [{ offset: OBJECTS.indexOf('xxxx'), readable: true }];

it.each([1, 7, 40, 1000])('finds object streams once, in chunks of %i', (size) => {
  const scan = new PdfScan();
  for (let at = 0; at < OBJECTS.length; at += size) scan.take(Buffer.from(OBJECTS.slice(at, at + size)));
  // The second stream stands so near that its reader could mean the first one's dictionary: it is looked into to be sure.
  expect(scan.objectStreams).toEqual([...found, { offset: OBJECTS.indexOf('yyy'), readable: true }]);
});

it.each([
  ['/Filter [/FlateDecode]', true],
  ['/Filter /Fl', true],
  ['', true],
  ['/Filter [/ASCIIHexDecode /FlateDecode]', false],
  ['/Filter /LZWDecode', false],
  ['/Filter /FlateDecode /DecodeParms << /Predictor 12 >>', false],
])('an object stream with %s can be read: %s', (dictionary, readable) => {
  const scan = new PdfScan();
  scan.take(Buffer.from(`1 0 obj << /Type /ObjStm ${dictionary} >> stream\nx`));
  expect(scan.objectStreams.map((stream) => stream.readable)).toEqual([readable]);
});

it.each([1, 3, 64, 5000])('sees a name across chunks of %i, in a stream too', (size) => {
  const text = `1 0 obj << >> stream\n${'a'.repeat(5000)}/JavaScript `;
  const scan = new PdfScan();
  expect(
    refusalOf(() => {
      for (let at = 0; at < text.length; at += size) scan.take(Buffer.from(text.slice(at, at + size)));
    }),
  ).toBe('pdfAction');
});
