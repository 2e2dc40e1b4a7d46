import { escaped, fitted, lineOf, textWidth } from '../plain-text.js';
import { type ShadeStep, stepName } from './shade-steps.js';

const SIZE = 12;
const BOX = 14;

/** What the shades mean, on as many lines as it needs. Pure. */
export function legendSvg(
  steps: readonly ShadeStep[],
  { width, top, name }: { width: number; top: number; name: string },
): { body: string; height: number } {
  const parts = [`<text x="4" y="${top + 11}" font-size="${SIZE}">${escaped(fitted(lineOf(name), width - 8, SIZE))}</text>`];
  let [x, y] = [4, top + 20];
  for (const step of steps) {
    const words = stepName(step);
    const own = BOX + 6 + textWidth(words, SIZE) + 14;
    if (x > 4 && x + own > width) [x, y] = [4, y + 20];
    parts.push(
      `<rect x="${x}" y="${y}" width="${BOX}" height="${BOX}" fill="${step.fill}" stroke="currentColor" stroke-opacity="0.4"/>`,
      `<text x="${x + BOX + 5}" y="${y + 11.5}" font-size="${SIZE}">${escaped(words)}</text>`,
    );
    x = Math.round(x + own);
  }
  return { body: parts.join(''), height: steps.length > 0 ? y + BOX + 8 : top + 20 };
}
