import type { FormatCode } from '../accepted-format.js';
import type { ArchiveEntry } from '../archive/archive-entry.js';
import type { Growth } from '../archive/growth.js';
import type { OpenArchive } from '../archive/open-archive.js';
import { signatureOf } from '../format-signature.js';
import { Refusal } from '../refusal.js';
import { XmlGuard } from '../text/xml-guard.js';
import { checkPartName, checkRelation, officeKind } from './package-kind.js';
import { checkManifest, checkOpenDocumentPart, checkOpenDocumentXml, openDocumentKind } from './open-document.js';
import { contentTypesIn, decodedXml, relationsIn } from './package-xml.js';

const CONTENT_TYPES = '[Content_Types].xml';
const MOST_SMALL = 16 * 1024 * 1024;
const HEAD = 4100;
const CARRY = 512;
const DDE = /<(\w{1,40}:)?ddeLink\b|<(\w{1,40}:)?instrText\b[^>]{0,200}>\s{0,20}DDE(AUTO)?\s/i;

/** Kinds of packages whose parts follow rules of their own. */
export type PackageKind = 'office' | 'ofd' | 'openDocument';

/** Which kind of package a zip is by the names of its members; undefined for a plain archive. Pure. */
export function packageOf(names: readonly string[]): PackageKind | undefined {
  if (names.some((name) => name.toLowerCase() === CONTENT_TYPES.toLowerCase())) return 'office';
  if (names.some((name) => name.toLowerCase() === 'ofd.xml')) return 'ofd';
  return names.includes('mimetype') && names.includes('META-INF/manifest.xml') ? 'openDocument' : undefined;
}

/** Looks at every part of an Office, OFD or OpenDocument file as it comes out of its zip; `unpacked` looks at files within. @throws Refusal */
export async function inspectPackage(
  kind: PackageKind,
  archive: OpenArchive,
  growth: Growth,
  unpacked: (entry: ArchiveEntry, name: string) => Promise<void>,
): Promise<FormatCode> {
  let format: FormatCode = kind === 'openDocument' ? 'ods' : 'ofd';
  for (const entry of archive.entries.filter(({ directory }) => !directory)) {
    checkPartName(entry.name);
    if (kind === 'openDocument') checkOpenDocumentPart(entry.name);
    const part = await lookAt(kind, archive, entry, growth);
    if (part.nested) await unpacked(entry, entry.name.split(/[\\/]/).at(-1)!);
    if (kind === 'openDocument' && entry.name === 'mimetype') format = openDocumentKind(part.xml());
    if (kind === 'openDocument' && entry.name === 'META-INF/manifest.xml') checkManifest(part.xml());
    if (kind !== 'office') continue;
    if (entry.name.toLowerCase() === CONTENT_TYPES.toLowerCase()) format = officeKind(contentTypesIn(part.xml()));
    if (/\.rels$/i.test(entry.name)) for (const relation of relationsIn(part.xml())) checkRelation(relation);
  }
  return format;
}

/** Reads a part once: counted, guarded as XML, and kept only where it is small and must be understood. */
async function lookAt(
  kind: PackageKind,
  archive: OpenArchive,
  entry: ArchiveEntry,
  growth: Growth,
): Promise<{ nested: boolean; xml: () => string }> {
  const isXml = /\.(xml|rels|vml)$/i.test(entry.name);
  const keep = /\.rels$|^\[content_types\]\.xml$|^META-INF\/manifest\.xml$/i.test(entry.name);
  const guard = new XmlGuard();
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let carried = '';
  for await (const chunk of (await archive.read(entry)) as AsyncIterable<Buffer>) {
    growth.take(chunk);
    if (isXml) {
      guard.take(chunk);
      const text = carried + chunk.toString('latin1').replaceAll('\0', '');
      if (DDE.test(text)) throw new Refusal('commandFormula', 'DDE');
      if (kind === 'openDocument') checkOpenDocumentXml(text);
      carried = text.slice(-CARRY);
    }
    if (keep && keptBytes > MOST_SMALL) throw new Refusal('damaged', entry.name);
    if (keep || keptBytes < HEAD) {
      kept.push(chunk);
      keptBytes += chunk.length;
    }
  }
  const bytes = Buffer.concat(kept);
  const signature = isXml ? 'xml' : await signatureOf(bytes.subarray(0, HEAD));
  return { nested: signature === 'zip' || signature === 'ole' || signature === 'pdf', xml: () => decodedXml(bytes) };
}
