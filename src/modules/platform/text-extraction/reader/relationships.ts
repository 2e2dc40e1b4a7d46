import path from 'node:path';
import type { ZipArchive } from './zip-archive.js';
import { readXml, type XmlListener } from './xml-reading.js';

/** Where the members that a part of an OOXML package names lie (ECMA-376 Part 2), by relationship id. */
export async function relationshipsOf(archive: ZipArchive, part: string): Promise<Map<string, string>> {
  const { dir, base } = path.posix.parse(part);
  const name = `${dir}/_rels/${base}.rels`;
  const targets = new Map<string, string>();
  if (!archive.has(name)) return targets;
  const listener: XmlListener<never> = {
    open: (element, { Id, Target }) => {
      if (element === 'Relationship' && Id && Target) targets.set(Id, resolved(dir, Target));
    },
    take: () => [],
  };
  for await (const _ of readXml(archive.read(name), listener));
  return targets;
}

/** A location in a package, from its root or from a folder. */
export function resolved(folder: string, location: string): string {
  return path.posix.normalize(location.startsWith('/') ? location.slice(1) : path.posix.join(folder, location));
}
