/** A seeded generator: the same name always gives the same numbers, so the catalog is the same on every machine. */
export class Random {
  private state: number;

  constructor(name: string) {
    this.state = [...name].reduce((hash, char) => Math.imul(hash ^ char.codePointAt(0)!, 16777619) >>> 0, 2166136261);
  }

  /** mulberry32: a number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** A number from `low` to `high` with `digits` decimals. */
  decimal(low: number, high: number, digits = 1): number {
    return Number((low + this.next() * (high - low)).toFixed(digits));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }

  /** Splits `total` into whole parts in proportion to `weights` (with some noise); the parts add up exactly. */
  split(total: number, weights: readonly number[], noise = 0.12): number[] {
    const noisy = weights.map((weight) => weight * (1 - noise + 2 * noise * this.next()));
    const sum = noisy.reduce((a, b) => a + b, 0);
    const parts = noisy.map((weight) => Math.floor((total * weight) / sum));
    const largest = parts.indexOf(Math.max(...parts));
    parts[largest]! += total - parts.reduce((a, b) => a + b, 0);
    return parts;
  }
}
