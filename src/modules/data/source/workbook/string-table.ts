import { MOST_SHARED_BYTES } from '../source-limits.js';
import { UnreadableTable } from '../sheet-source.js';

const BLOCK = 4 * 1024 ** 2;
/** Strings kept as such: the first ones come again and again. */
const MOST_HOT = 50_000;
const HOT_LENGTH = 64;

/** Many strings by number, kept as UTF-8 outside of the heap. */
export class StringTable {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK;
  private bytes = 0;
  private readonly hot = new Map<number, string>();
  /** Block, start and end of each string. */
  private places = new Uint32Array(3 * 1024);
  private count = 0;

  constructor(private readonly most = MOST_SHARED_BYTES) {}

  /** @throws UnreadableTable beyond 300 MB */
  add(text: string): void {
    const size = Buffer.byteLength(text);
    this.bytes += size + 12;
    if (this.bytes > this.most)
      throw new UnreadableTable('文件里的文字（共享字符串）超过 300 MB，不能做成表；请拆成几个文件，或另存为 csv。');
    if (this.used + size > (this.blocks.at(-1)?.length ?? 0)) {
      this.blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK, size)));
      this.used = 0;
    }
    this.blocks.at(-1)!.write(text, this.used);
    if (this.count * 3 === this.places.length) this.grow();
    this.places.set([this.blocks.length - 1, this.used, this.used + size], this.count * 3);
    this.used += size;
    this.count++;
  }

  /** The string of a number, or '' where there is none. */
  at(number: number): string {
    const hot = this.hot.get(number);
    if (hot !== undefined) return hot;
    if (!(number >= 0) || number >= this.count) return '';
    const at = number * 3;
    const text = this.blocks[this.places[at]!]!.toString('utf8', this.places[at + 1], this.places[at + 2]);
    if (text.length <= HOT_LENGTH && this.hot.size < MOST_HOT) this.hot.set(number, text);
    return text;
  }

  private grow(): void {
    const places = new Uint32Array(this.places.length * 2);
    places.set(this.places);
    this.places = places;
  }
}
