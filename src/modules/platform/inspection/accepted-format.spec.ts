import { expect, it } from 'vitest';
import { ACCEPTED, formatFor, type FormatCode, formatNamed } from './accepted-format.js';
import { refusalOf } from './refusal-of.fixture.js';

it.each<[string, FormatCode, FormatCode | undefined]>([
  ['pdf', 'pdf', 'pdf'],
  ['jpeg', 'jpg', 'jpg'],
  ['htm', 'html', 'html'],
  ['', 'xlsx', 'xlsx'],
  ['wps', 'doc', 'wps'],
  ['et', 'xls', 'et'],
  ['csv', 'txt', 'csv'],
  ['csv', 'json', 'csv'],
  ['json', 'txt', 'json'],
  ['geojson', 'json', 'geojson'],
  ['pdf', 'png', undefined],
  ['xls', 'html', undefined],
  ['xlsx', 'xls', undefined],
  ['docx', 'zip', undefined],
  ['zip', 'docx', undefined],
  ['txt', 'html', undefined],
  ['png', 'jpg', undefined],
])('.%s with the content of %s is %s', (extension, content, format) => {
  expect(refusalOf(() => formatFor(extension, content))).toBe(format ? undefined : 'contradiction');
  if (format) expect(formatFor(extension, content)).toBe(format);
});

it('knows every format again by its extensions, and no extension of two', () => {
  const extensions = Object.values(ACCEPTED).flatMap((format) => [...format.extensions] as string[]);
  expect(new Set(extensions).size).toBe(extensions.length);
  for (const [code, format] of Object.entries(ACCEPTED))
    for (const extension of format.extensions) expect(formatNamed(`a.${extension}`)).toEqual({ format: code, mediaType: format.mediaType });
  expect(formatNamed('a')).toBeUndefined();
});
