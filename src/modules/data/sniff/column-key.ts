import { pinyin } from 'pinyin-pro';

/** A stable ASCII name for a text: pinyin, `[a-z][a-z0-9_]{0,62}`; `fallback` when nothing is left. Pure. */
export function asciiKey(text: string, fallback: string): string {
  const key = pinyin(text.normalize('NFKC').replace(/([a-z])([A-Z])/g, '$1_$2'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 56);
  return /^[a-z]/.test(key) ? key : key === '' ? fallback : `${fallback}_${key}`;
}
