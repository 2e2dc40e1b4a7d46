import { createReadStream } from 'node:fs';
import type { TextPart } from '../text-part.js';
import { readXml, type XmlListener } from './xml-reading.js';

/** XML data: the texts of its elements and attributes, by the element they stand in. */
export async function* readXmlFile(path: string): AsyncGenerator<TextPart[], undefined> {
  yield* readXml(createReadStream(path) as AsyncIterable<Buffer>, new TextListener());
  return undefined;
}

class TextListener implements XmlListener<TextPart> {
  private parts: TextPart[] = [];
  private readonly path: string[] = [];

  open(name: string, attributes: Record<string, string>): void {
    this.path.push(name);
    for (const value of Object.values(attributes)) this.text(value);
  }

  text(text: string): void {
    const kept = text.trim();
    if (kept !== '') this.parts.push({ place: `元素 ${this.path.slice(-2).join('/')}`, text: kept });
  }

  close(): void {
    this.path.pop();
  }

  take(): TextPart[] {
    return this.parts.splice(0);
  }
}
