import { expect, it } from 'vitest';
import { csvLine } from './csv-line.js';

it.each([
  [['a', '', '中文'], 'a,,中文\r\n'],
  [['说“好”', 'a,b', 'a"b', 'a\nb'], '说“好”,"a,b","a""b","a\nb"\r\n'],
  [['=1+1', '+1', '-1', '@x', '\t=1'], "'=1+1,'+1,'-1,'@x,'\t=1\r\n"],
  [['＝1', '  =1', '\u3000=1', '1=1'], "'＝1,'  =1,'\u3000=1,1=1\r\n"],
  [['=cmd|"/c calc"!A1'], '"\'=cmd|""/c calc""!A1"\r\n'],
])('%j is %j', (cells, expected) => {
  expect(csvLine(cells)).toBe(expected);
});
