import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a zip made by hand, as wrong as a test wants it. */
export interface CraftedMember {
  name: string | Buffer;
  content?: Buffer | string;
  /** 0 stored, 8 deflated. */
  method?: number;
  flags?: number;
  /** Unix mode with its type. */
  mode?: number;
  /** What the directory claims to come out of it. */
  declared?: number;
  /** Name in the header before the content, where it is another one. */
  localName?: string;
  /** Says that the content of the first member is its own. */
  overlaps?: boolean;
}

const bytesOf = (text: Buffer | string) => (typeof text === 'string' ? Buffer.from(text) : text);

/** A zip of these members. */
export const zipOf = (...members: readonly CraftedMember[]): Buffer => zipAfter(Buffer.alloc(0), ...members);

/** A zip that begins after something else and knows it. */
export function zipAfter(prefix: Buffer, ...members: readonly CraftedMember[]): Buffer {
  const parts: Buffer[] = [prefix];
  const directory: Buffer[] = [];
  let offset = prefix.length;
  for (const { name, content = '', method = 8, flags = 0x800, mode = 0o100644, declared, localName, overlaps } of members) {
    const plain = bytesOf(content);
    const packed = method === 8 ? deflateRawSync(plain) : plain;
    const given = bytesOf(name);
    const local = localName === undefined ? given : Buffer.from(localName);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32Of(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? plain.length, 18);
    const at = overlaps ? prefix.length : offset;
    if (!overlaps) {
      common.writeUInt16LE(local.length, 22);
      parts.push(Buffer.from('PK\x03\x04', 'latin1'), Buffer.from(common), local, packed);
      offset += 30 + local.length + packed.length;
    }
    common.writeUInt16LE(given.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), Buffer.from(common), tail, given);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** Node 20.15 has `zlib.crc32`; the types of Node 20 do not know it. */
function crc32Of(bytes: Buffer): number {
  return crc32(bytes);
}
