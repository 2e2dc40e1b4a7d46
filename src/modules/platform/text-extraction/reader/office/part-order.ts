import { type Relationship, relationshipsOf, type ZipArchive } from '../../../reading/index.js';

/** A member of a package, and how it was come to. */
export interface Part {
  name: string;
  /** Type of the relationship that led to it; undefined when none did. */
  relation?: string;
  /** Index of the seed it belongs to; undefined for what belongs to the whole. */
  seed?: number;
}

/**
 * Every member of a package: what hangs on each of the seeds (slides or sheets in their order), then what hangs on the main
 * part and the package, then what nothing leads to.
 */
export async function partsInOrder(archive: ZipArchive, main: string, seeds: readonly string[]): Promise<Part[]> {
  const parts = new Map<string, Part>();
  const reserved = new Set([main, ...seeds]);
  const walk = async (from: Part) => {
    const open = [from];
    for (let part = open.pop(); part; part = open.pop()) {
      if (parts.has(part.name)) continue;
      if (part.name !== '') parts.set(part.name, part);
      const next: Part[] = [];
      for (const { type, target } of await tolerated(relationshipsOf(archive, part.name)))
        if (!parts.has(target) && !reserved.has(target)) next.push({ name: target, relation: type, seed: part.seed });
      open.push(...next.reverse());
    }
  };
  for (const [seed, name] of seeds.entries()) await walk({ name, seed, relation: 'seed' });
  await walk({ name: main, relation: 'officeDocument' });
  await walk({ name: '' });
  for (const name of archive.names()) if (!parts.has(name) && name !== CONTENT_TYPES) parts.set(name, { name });
  return [...parts.values()];
}

const CONTENT_TYPES = '[Content_Types].xml';
const USUAL = ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'];

/** The part that the package says it is about, or that it usually is. */
export async function mainPart(archive: ZipArchive): Promise<string | undefined> {
  const related = (await tolerated(relationshipsOf(archive, ''))).find(({ type }) => type === 'officeDocument');
  return related?.target ?? USUAL.map((name) => archive.find(name)).find((name) => name !== undefined);
}

/** Relationships only give the order: a part whose relationships are damaged is read all the same, and the damage told then. */
const tolerated = (relationships: Promise<Relationship[]>) => relationships.catch((): Relationship[] => []);
