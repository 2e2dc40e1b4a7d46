import path from 'node:path';
import type { ZipArchive } from './zip-archive.js';
import { readXml, type XmlListener } from './xml-reading.js';

/** A relationship of a part of an OOXML package to another that is there (ECMA-376 Part 2). */
export interface Relationship {
  id: string;
  /** The last word of its type, such as `officeDocument`. */
  type: string;
  /** Name of the member. */
  target: string;
}

/** What a part names, in its order; `''` is the package itself. */
export async function relationshipsOf(archive: ZipArchive, part: string): Promise<Relationship[]> {
  const { dir, base } = path.posix.parse(part);
  const name = archive.find(path.posix.join(dir, '_rels', `${base}.rels`));
  const found: Relationship[] = [];
  if (name === undefined) return found;
  const listener: XmlListener<never> = {
    open: (element, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (element !== 'Relationship' || TargetMode === 'External') return;
      const target = located(archive, resolved(dir, Target));
      if (target !== undefined) found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
    take: () => [],
  };
  for await (const _ of readXml(archive.read(name), listener));
  return found;
}

/** A location in a package, from its root or from a folder. */
export function resolved(folder: string, location: string): string {
  return path.posix.normalize(location.startsWith('/') ? location.slice(1) : path.posix.join(folder, location));
}

/** A member by its location, which may be written as a part of an address. */
function located(archive: ZipArchive, location: string): string | undefined {
  const found = archive.find(location);
  if (found !== undefined || !location.includes('%')) return found;
  try {
    return archive.find(decodeURIComponent(location));
  } catch {
    return undefined;
  }
}
