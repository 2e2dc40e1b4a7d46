import { expect, it } from 'vitest';
import { JsonNumber, JsonObject, jsonText, JsonSyntax, parseJson } from './json-value.js';

it.each([
  '{"b":1.50,"2020":1e21,"a":12345678901234567890}',
  '{"__proto__":{"x":1},"a":1,"a":2}',
  '[true,false,null,"","\\"\\\\","\u4e2d"]',
  '[]',
  '{}',
  '-0.0',
])('%s comes out as it went in', (text) => {
  expect(jsonText(parseJson(` ${text} \n`))).toBe(text);
});

it('knows escapes, missing numbers and line breaks in strings', () => {
  expect(parseJson('["\\u4e2d\\n","a\\\\",NaN,"一\n\\t二"]')).toEqual(['中\n', 'a\\', null, '一\n\t二']);
  expect(parseJson('{"a":{"b":1}}')).toEqual(new JsonObject([['a', new JsonObject([['b', new JsonNumber('1')]])]]));
});

it.each(['', '{', '{"a"}', '{"a":}', '{"a":1,}', '[1,]', '[1 2]', '"a', '"\\x"', '01', '1.', '+1', '{a:1}', '1}', "{'a':1}"])(
  '%j is no JSON',
  (text) => {
    expect(() => parseJson(text)).toThrow(JsonSyntax);
  },
);

it('refuses depth', () => {
  expect(() => parseJson('['.repeat(1e6))).toThrow('嵌套超过 100 层');
});
