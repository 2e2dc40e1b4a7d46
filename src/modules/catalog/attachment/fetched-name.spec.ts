import { expect, it } from 'vitest';
import { fetchedName } from './fetched-name.js';

it.each([
  ['表.csv', '下载', 'text/plain', '表.csv'],
  [undefined, '表.xlsx', 'application/octet-stream', '表.xlsx'],
  [undefined, 'export', 'text/csv', 'export.csv'],
  [undefined, 'rows.php', 'application/json', 'rows.php.json'],
  [undefined, undefined, 'application/geo+json', '网上的文件.geojson'],
  [undefined, 'export', undefined, 'export'],
])('named %j, called %j, said to be %j: %j', (given, fileName, mediaType, expected) => {
  expect(fetchedName(given, { fileName, mediaType })).toBe(expected);
});
