import { expect, it } from 'vitest';
import { cellText, flatEntries } from './flat-row.js';
import { type JsonObject, parseJson } from './json-value.js';

const flat = (text: string) => flatEntries(parseJson(text) as JsonObject).map(([name, value]) => [name, cellText(value)]);

it.each([
  [
    '{"2020":1,"a":{"b":{"c":"x"},"d":null},"e":true}',
    [
      ['2020', '1'],
      ['a.b.c', 'x'],
      ['a.d', ''],
      ['e', 'true'],
    ],
  ],
  [
    '{"a":["x",1.50,null],"b":[{"c":1e21}],"d":[],"e":{}}',
    [
      ['a', 'x；1.50；'],
      ['b', '[{"c":1e21}]'],
      ['d', ''],
    ],
  ],
  [
    '{"type":"Feature","id":7,"properties":{"名称":"甲"},"geometry":{"type":"Point","coordinates":[120.10,31.0,5]}}',
    [
      ['id', '7'],
      ['名称', '甲'],
      ['geometry', '{"type":"Point","coordinates":[120.10,31.0,5]}'],
      ['经度', '120.10'],
      ['纬度', '31.0'],
    ],
  ],
  [
    '{"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}',
    [['geometry', '{"type":"LineString","coordinates":[[1,2],[3,4]]}']],
  ],
  ['{"type":"Feature","properties":{"a":1},"geometry":null}', [['a', '1']]],
])('%s', (text, entries) => {
  expect(flat(text)).toEqual(entries);
});
