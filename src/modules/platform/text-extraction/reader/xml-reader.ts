import { createReadStream } from 'node:fs';
import { readXml, type XmlListener } from '../../reading/index.js';
import type { TextPart } from '../text-part.js';

/** XML data: the texts of its elements and attributes, by the element they stand in. */
export async function* readXmlFile(path: string): AsyncGenerator<TextPart[], undefined> {
  yield* readXml(createReadStream(path) as AsyncIterable<Buffer>, new TextListener());
  return undefined;
}

/** Texts of elements and attributes. Comments and sections in the midst of a text do not cut it. */
export class TextListener implements XmlListener<TextPart> {
  private parts: TextPart[] = [];
  private readonly path: string[] = [];
  private current = '';

  open(name: string, attributes: Record<string, string>): void {
    this.say();
    this.path.push(name);
    for (const value of Object.values(attributes)) {
      this.current = value;
      this.say();
    }
  }

  text(text: string): void {
    this.current += text;
  }

  close(): void {
    this.say();
    this.path.pop();
  }

  comment(text: string): void {
    if (text.trim() !== '') this.parts.push({ place: '注释', text: text.trim(), aside: true });
  }

  take(): TextPart[] {
    return this.parts.splice(0);
  }

  private say(): void {
    const kept = this.current.trim();
    this.current = '';
    if (kept !== '') this.parts.push({ place: `元素 ${this.path.slice(-2).join('/')}`, text: kept });
  }
}
