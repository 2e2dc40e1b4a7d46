import { deflateSync } from 'node:zlib';

/** A PDF of one empty page; `objects` are added, `catalog` stands in its catalog, `trailer` in its trailer. */
export function pdfOf({
  objects = [],
  catalog = '',
  trailer = '',
}: { objects?: (string | Buffer)[]; catalog?: string; trailer?: string } = {}): Buffer {
  const parts = [
    Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
    Buffer.from(`1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`),
    Buffer.from(
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n',
    ),
    ...objects.map((object, index) => Buffer.concat([Buffer.from(`${index + 4} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])),
    Buffer.from(`trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`),
  ];
  return Buffer.concat(parts);
}

/** An object stream in which objects hide, compressed. */
export function objectStream(text: string, dictionary = '/Filter /FlateDecode'): Buffer {
  const packed = deflateSync(Buffer.from(text));
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 4 /Length ${packed.length} ${dictionary} >>\nstream\r\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}
