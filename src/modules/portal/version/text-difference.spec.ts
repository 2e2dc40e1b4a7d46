import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequenceDifference } from './sequence-difference.js';
import { type Paragraph, textDifference } from './text-difference.js';

/** `=same -removed +added`, paragraphs on lines of their own, `…n` for what is left out. */
const written = (paragraphs: Paragraph[]) =>
  paragraphs
    .map((each) =>
      'left' in each
        ? `…${String(each.left)}`
        : each.pieces.map(({ kind, text }) => `${{ same: '=', removed: '-', added: '+' }[kind]}${text}`).join(' '),
    )
    .join('\n');

describe('of texts', () => {
  it.each<[string, string, string, string]>([
    ['nothing', '甲', '甲', '…1'],
    ['a word', '本办法自2023年5月1日起施行。', '本办法自2024年5月1日起施行。', '=本办法自 -2023 +2024 =年5月1日起施行。'],
    ['a paragraph that came', '一\n二', '一\n二\n三', '…1\n=二\n+三'],
    ['a paragraph that went, with what is around', '一\n二\n三\n四\n五', '一\n二\n四\n五', '…1\n=二\n-三\n=四\n…1'],
    ['another paragraph', '关于老旧小区改造的通知', '每日供应绿豆汤', '-关于老旧小区改造的通知\n+每日供应绿豆汤'],
    ['a text that came', '', '甲', '+甲'],
    ['white space', '甲 \n\n 乙', '甲\n乙', '…2'],
    ['characters beyond the basic plane', '𠮷野家', '𠮷野屋', '=𠮷 -野家 +野屋'],
  ])('%s', (_, before, after, expected) => {
    expect(written(textDifference(before, after).paragraphs)).toBe(expected);
  });

  it('falls back to paragraphs where words would cost too much', () => {
    const old = '本办法自2023年5月1日起施行。';
    expect(written(textDifference(old, old.replace('2023', '2024'), 1000, 20).paragraphs)).toBe(`-${old}\n+${old.replace('2023', '2024')}`);
  });

  it('shows no more than it may, and says how much is left', () => {
    const many = Array.from({ length: 30 }, (_, index) => `段落${String(index).padStart(2, '0')}`).join('\n');
    const { paragraphs, cut } = textDifference('', many, 40);
    expect([paragraphs.length, cut]).toEqual([10, 80]);
    expect(textDifference('', '长'.repeat(100), 40)).toEqual({
      paragraphs: [{ pieces: [{ kind: 'added', text: '长'.repeat(40) }] }],
      cut: 60,
    });
  });

  it('takes texts of the greatest length', () => {
    const text = (mark: string) => Array.from({ length: 20_000 }, (_, index) => `${mark}${String(index)} ${'字'.repeat(80)}`).join('\n');
    const { paragraphs, cut } = textDifference(text('甲'), text('乙'));
    expect(paragraphs.length).toBeGreaterThan(100);
    expect(cut).toBeGreaterThan(1_000_000);
  });
});

describe('of sequences', () => {
  const members = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

  it('keeps both, in order, whatever they are', () => {
    fc.assert(
      fc.property(members, members, fc.constantFrom(0, 20, 1000), (before, after, most) => {
        const runs = sequenceDifference(before, after, most);
        const side = (but: string) => runs.filter(({ kind }) => kind !== but).flatMap(({ members: each }) => each);
        expect(side('added')).toEqual(before);
        expect(side('removed')).toEqual(after);
        expect(runs.some(({ kind }, index) => kind === runs[index + 1]?.kind)).toBe(false);
      }),
    );
  });

  it('finds the least', () => {
    expect(
      sequenceDifference([...'ABCABBA'], [...'CBABAC'])
        .filter(({ kind }) => kind === 'same')
        .flatMap(({ members: each }) => each),
    ).toHaveLength(4);
  });
});
