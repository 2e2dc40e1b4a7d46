import { describe, expect, it } from 'vitest';
import { normaliseText, normaliseWithOffsets } from './normalised-text.js';

describe('normaliseText', () => {
  it.each([
    ['ＧＢ／Ｔ３３６００', 'gb/t33600'],
    ['資訊軟體', '信息软件'],
    ['計程車', '出租车'],
    ['著名的乾隆著作', '著名的乾隆著作'],
    ['政府文件與檔案', '政府文件与文件'],
    ['公\u200b积\ufeff金', '公积金'],
    ['面积10㎡', '面积10m2'],
  ])('%s', (text, expected) => expect(normaliseText(text)).toBe(expected));
});

describe('normaliseWithOffsets', () => {
  it.each([
    ['面积10㎡以上', '以上', '以上'],
    ['㈱公司①號', '公司', '公司'],
    ['e\u0301教育', '教育', '教育'],
    ['公\u200b積金', '公积金', '公\u200b積金'],
    ['全球資訊網開放', '开放', '開放'],
    ['𠮷野家食品', '食品', '食品'],
  ])('finds the way back in %s', (original, word, source) => {
    const { text, toStart, toEnd } = normaliseWithOffsets(original);
    const start = text.indexOf(word);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(original.slice(toStart(start), toEnd(start + word.length))).toBe(source);
  });

  it.each(['食品安全', '資訊軟體', '面积10㎡', 'ﷺ'])('says the same as normaliseText for %s', (text) =>
    expect(normaliseWithOffsets(text).text).toBe(normaliseText(text)),
  );
});
