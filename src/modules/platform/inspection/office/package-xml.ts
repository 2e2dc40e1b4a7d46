import { SaxesParser } from 'saxes';
import { Refusal } from '../refusal.js';
import type { PartRelation } from './package-kind.js';

/** These parts have two levels; a parser that looks names up through thousands would never end. */
const MOST_DEPTH = 16;

/** Attributes of every element of a name in a small XML part, read by a parser so that no spelling of them slips by. @throws Refusal */
function elementsNamed(xml: string, names: readonly string[]): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('opentag', ({ local, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new Refusal('damaged', 'XML 嵌套过深');
    if (!names.includes(local)) return;
    found.push(Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])));
  });
  parser.on('error', (error) => {
    throw new Refusal('damaged', error.message.slice(0, 60));
  });
  parser.write(xml).close();
  return found;
}

/** The types in `[Content_Types].xml`. @throws Refusal */
export const contentTypesIn = (xml: string): string[] =>
  elementsNamed(xml, ['Default', 'Override']).map(({ ContentType = '' }) => ContentType);

/** The relations in a `.rels` part. @throws Refusal */
export const relationsIn = (xml: string): PartRelation[] =>
  elementsNamed(xml, ['Relationship']).map(({ Type = '', Target = '', TargetMode = '' }) => ({
    type: Type,
    target: Target,
    external: TargetMode.toLowerCase() === 'external',
  }));

/** An XML part as text, by the mark or the look of its first bytes. */
export function decodedXml(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
}
