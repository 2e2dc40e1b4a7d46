import { expect, it } from 'vitest';
import { csvLine } from './csv.js';

it.each([
  [['a', 1, null, -2.5], 'a,1,,-2.5\r\n'],
  [['有,逗号', '有"引号', '两\n行'], '"有,逗号","有""引号","两\n行"\r\n'],
  [['=1+1', '@a', '-b', '\tc'], `'=1+1,'@a,'-b,'\tc\r\n`],
])('%j is %j', (cells, line) => expect(csvLine(cells)).toBe(line));
