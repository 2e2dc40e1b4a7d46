import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive made by hand, so that its directory can lie: a file called `lie` names the part whose size is told too small. */
export function zipOf(files: Record<string, string | Buffer>): Buffer {
  const { lie, ...rest } = files;
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(rest)) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain, { level: 1 });
    const told = lie === name ? plain.length - 1 : plain.length;
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crcOf(plain), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(told, 8);
    const named = Buffer.from(name);
    const lengths = Buffer.from([named.length & 255, named.length >> 8, 0, 0]);
    const local = Buffer.concat([Buffer.from('504b0304140000000800000000000000'.slice(0, 28), 'hex'), sizes, lengths, named, packed]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(offset);
    central.push(
      Buffer.concat([Buffer.from('504b01021400140000000800' + '00000000', 'hex'), sizes, lengths, Buffer.alloc(10), place, named]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const crcOf = (bytes: Buffer): number => (typeof crc32 === 'function' ? crc32(bytes) : 0);
