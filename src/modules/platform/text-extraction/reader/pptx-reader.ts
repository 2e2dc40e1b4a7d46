import { type TextPart } from '../text-part.js';
import { ParagraphListener } from './paragraph-listener.js';
import { relationshipsOf } from './relationships.js';
import { readXml, type XmlListener } from './xml-reading.js';
import { ZipArchive } from './zip-archive.js';

const PRESENTATION = 'ppt/presentation.xml';

/** Presentations (ECMA-376 PresentationML): every slide in the order shown, with its notes. */
export async function* readPptx(path: string): AsyncGenerator<TextPart[], undefined> {
  const archive = await ZipArchive.open(path);
  try {
    for (const [index, slide] of (await slidesOf(archive)).entries()) {
      const place = `幻灯片 ${index + 1}`;
      yield* readXml(archive.read(slide), new ParagraphListener(place));
      for (const name of (await relationshipsOf(archive, slide)).values()) {
        if (!archive.has(name)) continue;
        if (/\/notesSlides\//.test(name)) yield* readXml(archive.read(name), new ParagraphListener(`${place}的备注`));
        if (/\/(diagrams\/data|comments\/)/.test(name)) yield* readXml(archive.read(name), new ParagraphListener(place));
      }
    }
  } finally {
    archive.close();
  }
  return undefined;
}

/** Slides as the presentation lists them, then those it does not list. */
async function slidesOf(archive: ZipArchive): Promise<string[]> {
  const targets = await relationshipsOf(archive, PRESENTATION);
  const listed: string[] = [];
  const listener: XmlListener<never> = {
    open: (name, attributes) => {
      const slide = name === 'sldId' ? targets.get(attributes['r:id'] ?? '') : undefined;
      if (slide !== undefined && archive.has(slide)) listed.push(slide);
    },
    take: () => [],
  };
  for await (const _ of readXml(archive.read(PRESENTATION), listener));
  return [...new Set([...listed, ...archive.names(/^ppt\/slides\/[^/]+\.xml$/)])];
}
