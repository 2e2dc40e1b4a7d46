import { expect, it } from 'vitest';
import { Refusal } from './refusal.js';

it('says what and where, in names that cannot play tricks', () => {
  const refusal = new Refusal('macro', 'vbaProject.bin').within('内/文.docx').within(`a\u202e${'长'.repeat(100)}`);
  expect(refusal.message).toMatch(/^压缩包内“a�长+… → 内\/文.docx”：文件含有宏（vbaProject.bin），.*。$/);
  expect(refusal.rule).toBe('macro');
});
