import { createInflate } from 'node:zlib';
import { Refusal } from '../refusal.js';

/** Types of records (MS-PPT 2.13.24). */
const OLE_CONTROL = 0x0fee;
const OLE_OBJECT = 0x1011;

const CONTAINER = 0xf;
const PACKED = 1;
const MOST_UNPACKED = 256 * 1024 ** 2;
const PACKAGE = Buffer.from('\x01Ole10Native', 'utf16le');
const MACROS = Buffer.from('_VBA_PROJECT', 'utf16le');

/** Walks the records of an old presentation, which keeps macros and embedded files inside its one stream. @throws Refusal */
export async function inspectSlides(content: AsyncIterable<Buffer>): Promise<void> {
  let pending: Buffer = Buffer.alloc(0);
  let skip = 0;
  let object: EmbeddedObject | undefined;
  for await (const chunk of content) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const part = pending.subarray(0, skip);
      await object?.take(part);
      skip -= part.length;
      pending = pending.subarray(part.length);
      if (skip > 0 || pending.length < 8) break;
      object = undefined;
      const head = pending.readUInt16LE(0);
      const type = pending.readUInt16LE(2);
      const length = pending.readUInt32LE(4);
      pending = pending.subarray(8);
      if (type === OLE_CONTROL) throw new Refusal('activeContent', 'ActiveX 控件');
      // What is in a container are records again.
      if ((head & 0xf) === CONTAINER) continue;
      skip = length;
      if (type === OLE_OBJECT) object = new EmbeddedObject(head >> 4 === PACKED);
    }
  }
}

/** An OLE file inside a presentation, packed or not, as its bytes come by. */
class EmbeddedObject {
  private carried: Buffer = Buffer.alloc(0);
  private unpacked = 0;
  private started = false;
  private flaw?: Refusal;
  private readonly inflate = createInflate();

  constructor(private readonly packed: boolean) {
    // What cannot be unpacked cannot be opened either.
    this.inflate.on('error', () => undefined);
    this.inflate.on('data', (bytes: Buffer) => this.look(bytes));
  }

  /** @throws Refusal */
  async take(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    if (!this.packed) this.look(bytes);
    else if (!this.inflate.destroyed) await this.unpack(bytes);
    if (this.flaw) throw this.flaw;
  }

  private unpack(bytes: Buffer): Promise<void> {
    // Four bytes of size come before the packed ones.
    const packed = this.started ? bytes : bytes.subarray(4);
    this.started = true;
    return new Promise((resolve) => {
      this.inflate.once('close', resolve);
      this.inflate.write(packed, () => {
        this.inflate.off('close', resolve);
        resolve();
      });
    });
  }

  private look(bytes: Buffer): void {
    this.unpacked += bytes.length;
    const text = Buffer.concat([this.carried, bytes]);
    if (this.unpacked > MOST_UNPACKED) this.flaw ??= new Refusal('zipBomb', '嵌入的对象');
    if (text.includes(PACKAGE)) this.flaw ??= new Refusal('activeContent', '嵌入的文件');
    if (text.includes(MACROS)) this.flaw ??= new Refusal('macro', 'VBA');
    if (this.flaw) this.inflate.destroy();
    this.carried = text.subarray(-64);
  }
}
