import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const SAMPLE = 64 * 1024;
/** The most frequent characters and marks of Chinese texts, as simplified and as traditional writing has them. */
const FREQUENT = new Set(
  '的一是不了在人有这这中大来上个国和地到以说时要就出会可也你对生能而子那得于着下之年过发后作里用道行所然家事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
    '這來個國說時會對於後過發裡經麼現當沒動還進樣實軍無與長機關點業將兩間問並應戰頭體見產話給門員處義幾認條係氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張規萬覺術領確傳師觀讓識帶導爭運' +
    '，。、；：“”（）《》〔〕号號',
);

/** Encoding of a text file by its byte order mark, or by what its bytes can be read as; the last resort is GB18030. */
export async function detectEncoding(path: string): Promise<string> {
  const head = await sampleAt(path, 0);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(head);
  if (wide) return wide;
  const broken = await firstBreak(path);
  if (broken === undefined) return 'utf-8';
  return likelier(await sampleAt(path, broken));
}

/** Where the file stops being UTF-8, roughly; undefined when it is UTF-8 to the end. */
async function firstBreak(path: string): Promise<number | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let position = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true });
      position += chunk.length;
    }
    decoder.decode();
    return undefined;
  } catch {
    return position;
  }
}

/** UTF-16 without a mark: every other byte of Latin letters, digits and line ends is zero. */
function wideEncoding(bytes: Buffer): string | undefined {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const few = Math.max(1, bytes.length / 100);
  if (zeros[1]! > few && zeros[0]! < zeros[1]! / 10) return 'utf-16le';
  if (zeros[0]! > few && zeros[1]! < zeros[0]! / 10) return 'utf-16be';
  return undefined;
}

/** Nearly every Big5 text can be read as GB18030 too, but then hardly any of its characters is a usual one. */
function likelier(bytes: Buffer): string {
  return commonness(bytes, 'big5') > commonness(bytes, 'gb18030') ? 'big5' : 'gb18030';
}

function commonness(bytes: Buffer, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  let frequent = 0;
  let foreign = 0;
  for (const sign of text) {
    if (FREQUENT.has(sign)) frequent++;
    if (sign > '\u007f') foreign++;
  }
  return foreign === 0 ? 0 : frequent / foreign;
}

async function sampleAt(path: string, position: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The text of a file in chunks; bytes that are none in the encoding become U+FFFD. */
export async function* decodedChunks(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
