/** What a member of a package is to whoever looks for text. */
export type MemberKind = 'markup' | 'archive' | 'object' | 'picture' | 'silent';

const PICTURES = ['89504e47', 'ffd8ff', '47494638', '424d', '49492a00', '4d4d002a', 'd7cdc69a', '01000900', '974a4232', '0000000c6a5020'];
const isFont = (name: string) => /\.(odttf|fntdata|ttf|otf|ttc)$/i.test(name);
const isBareImage = (name: string) => /\.(jb2|jbig2|gbig2|jp2|j2k)$/i.test(name);
const isPrinter = (name: string) => /printersettings[^/]*\.bin$/i.test(name);

/** What a member is by its first bytes, its name deciding only where they do not: anything unknown is an object that nobody could read. Pure. */
export function memberKind(name: string, head: Buffer): MemberKind {
  if (head.length === 0) return 'silent';
  if (looksLikeMarkup(head) || /\.(xml|rels|vml)$/i.test(name)) return 'markup';
  const signature = head.subarray(0, 8).toString('hex');
  if (signature.startsWith('504b0304')) return 'archive';
  if (PICTURES.some((picture) => signature.startsWith(picture)) || isOtherPicture(head) || isBareImage(name)) return 'picture';
  return isFont(name) || isPrinter(name) ? 'silent' : 'object';
}

function looksLikeMarkup(head: Buffer): boolean {
  const text = head.subarray(0, 1024).toString('latin1').replaceAll('\0', '');
  return /^(ï»¿|ÿþ|þÿ)?\s*</.test(text);
}

const isOtherPicture = (head: Buffer) =>
  head.toString('latin1', 40, 44) === ' EMF' || (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP');
