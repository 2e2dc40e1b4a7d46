import { expect, it } from 'vitest';
import { csvLine } from './csv.js';

it.each([
  [['a', 1, null, -2.5], 'a,1,,-2.5\r\n'],
  [['有,逗号', '有"引号', '两\n行'], '"有,逗号","有""引号","两\n行"\r\n'],
  [['=1+1', '@a', '-b', '\tc'], `'=1+1,'@a,'-b,'\tc\r\n`],
  [['a', '', '中文'], 'a,,中文\r\n'],
  [['说“好”', 'a,b', 'a"b', 'a\nb'], '说“好”,"a,b","a""b","a\nb"\r\n'],
  [['=1+1', '+1', '-1', '@x', '\t=1'], "'=1+1,'+1,'-1,'@x,'\t=1\r\n"],
  [['＝1', '  =1', '\u3000=1', '1=1'], "'＝1,'  =1,'\u3000=1,1=1\r\n"],
  [['=cmd|"/c calc"!A1'], '"\'=cmd|""/c calc""!A1"\r\n'],
])('%j is %j', (cells, line) => expect(csvLine(cells)).toBe(line));
