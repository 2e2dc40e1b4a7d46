import { expect, it } from 'vitest';
import { attributeTexts, formulaText, tells } from './telling.js';

it.each([
  ['00AB12CD', false],
  ['{00000000-0001-0000-0000-013912345678}', false],
  ['100 200', false],
  ['☐', false],
  ['张某', true],
  ['11010519491231002X', true],
  ['6222 0212 3456 7890', true],
  ['a@b.example', true],
])('%s tells something: %s', (value, told) => {
  expect(tells(value)).toBe(told);
});

it.each<[string, Record<string, string>, unknown[]]>([
  ['docPr', { id: '12', name: 'Picture 1', descr: 'seal' }, [{ text: 'seal', shown: true }]],
  ['textpath', { style: 'font-family:x', string: '机密' }, [{ text: '机密', shown: true }]],
  ['lvlText', { 'w:val': 'secret %1' }, [{ text: 'secret %1', shown: false }]],
  ['cNvPr', { name: '文本框 1' }, [{ text: '文本框 1', shown: false }]],
  ['rFonts', { 'w:ascii': '宋体' }, []],
  ['ext', { cx: '1234567890' }, []],
])('attributes of %s', (element, attributes, texts) => {
  expect(attributeTexts(element, attributes)).toEqual(texts);
});

it.each([
  ['SUM(A1:A9)', ''],
  ['"110105"&"19491231"&"002X"', '"11010519491231002X"'],
  ['110105 & 19491231002', '11010519491231002'],
  ['CONCATENATE("110105", "19491231002X")', 'CONCATENATE("11010519491231002X")'],
  ['IF(A1>0,"张某",B1)', 'IF(A1>0,"张某",B1)'],
])('formula %s', (formula, text) => {
  expect(formulaText(formula)).toBe(text);
});
