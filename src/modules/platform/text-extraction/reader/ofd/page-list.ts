import path from 'node:path';
import { readXml, resolved, type XmlListener, type ZipArchive } from '../../../reading/index.js';

/** Where the pages and templates of a document lie, each once. */
export interface PageList {
  pages: Set<string>;
  templates: Set<string>;
}

/** Locations of the documents that `OFD.xml` names. */
export async function rootsOf(archive: ZipArchive, entry: string): Promise<Set<string>> {
  const found: string[] = [];
  let inside = false;
  const listener: XmlListener<never> = {
    open: (name) => {
      inside = name === 'DocRoot';
      if (inside) found.push('');
    },
    text: (text) => {
      if (inside) found[found.length - 1] += text.trim();
    },
    close: () => {
      inside = false;
    },
    take: () => [],
  };
  for await (const _ of readXml(archive.read(entry), listener));
  return new Set(found.map((location) => resolved('', location)));
}

/** What a document names; one that names a page a hundred thousand times has one. */
export async function pageListOf(archive: ZipArchive, root: string): Promise<PageList> {
  const list: PageList = { pages: new Set(), templates: new Set() };
  const folder = path.posix.dirname(root);
  const listener: XmlListener<never> = {
    open: (name, { BaseLoc }) => {
      if (!BaseLoc) return;
      if (name === 'Page') list.pages.add(resolved(folder, BaseLoc));
      if (name === 'TemplatePage') list.templates.add(resolved(folder, BaseLoc));
    },
    take: () => [],
  };
  for await (const _ of readXml(archive.read(root), listener));
  return list;
}
