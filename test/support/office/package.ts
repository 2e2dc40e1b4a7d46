import { zipFile } from './zip-file.js';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part of a package: its content and what it relates to, as type and target. */
export interface CraftedPart {
  content: string | Buffer;
  type?: string;
  relations?: [type: string, target: string][];
}

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

/** An Office package whose parts lie wherever the test wants; the first is the main part. Relations are numbered r1, r2, … */
export function packageOf(kind: keyof typeof MAIN, parts: Record<string, CraftedPart>): Buffer {
  const [main] = Object.keys(parts);
  const relations = (list: [string, string][]) =>
    `<Relationships xmlns="${RELATIONS}">${list.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const types = Object.entries(parts).map(
    ([name, { type = name === main ? MAIN[kind] : 'application/xml' }]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  );
  const members: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', main!]]),
  };
  for (const [name, part] of Object.entries(parts)) {
    members[name] = part.content;
    const at = name.lastIndexOf('/') + 1;
    if (part.relations) members[`${name.slice(0, at)}_rels/${name.slice(at)}.rels`] = relations(part.relations);
  }
  return zipFile(members);
}

/** A paragraph of WordprocessingML; `a` for DrawingML. */
export const paragraphOf = (text: string, prefix = 'w') =>
  `<${prefix}:p><${prefix}:r><${prefix}:t>${text.slice(0, 2)}</${prefix}:t></${prefix}:r><${prefix}:r><${prefix}:t>${text.slice(2)}</${prefix}:t></${prefix}:r></${prefix}:p>`;

const word = (root: string, content: string) => `<w:${root} xmlns:w="w" xmlns:r="r" xmlns:v="v" xmlns:wp="wp">${content}</w:${root}>`;

/** A document whose parts bear none of the usual names. */
export function strangeDocx(main: string, parts: Record<string, CraftedPart> = {}, relations: [string, string][] = []): Buffer {
  return packageOf('docx', {
    'word/foo.xml': { content: word('document', `<w:body>${main}</w:body>`), relations },
    ...parts,
  });
}

export { word };
