import { pinyinOf } from '../../analysis/index.js';

/** Sound of a term as a speaker of the south would type it: z = zh, n = ng, l = n, f = h. Equal keys are easy to mix up. */
export function soundKey(term: string): string {
  return pinyinOf(term)
    .full.replace(/([zcs])h/g, '$1')
    .replace(/([aei])ng/g, '$1n')
    .replace(/^n/g, 'l');
}
