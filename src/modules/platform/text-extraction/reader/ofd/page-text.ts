import type { XmlListener } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';
import { MarkupListener } from '../office/markup-listener.js';
import { readableSigns } from '../page-signs.js';

/** Text objects whose tops differ less than this, in millimetres, stand on one line. */
const SAME_LINE = 1;
/** Where and how objects are drawn. */
const GEOMETRY = new Set(['Boundary', 'CTM', 'DeltaX', 'DeltaY', 'DashPattern', 'Glyphs', 'ID', 'X', 'Y']);
const DRAWING = new Set(['AbbreviatedData', 'Glyphs']);

/** The text of a page in the order of its objects, an object of the same line joined to the one before; what else stands there is told aside. */
export class PageText implements XmlListener<TextPart> {
  private words = '';
  private top = Number.NaN;
  private inside: 'words' | 'drawing' | undefined;
  private readonly around: MarkupListener;
  hasImage = false;

  constructor(place: string) {
    this.around = new MarkupListener({ place, aside: true });
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'ImageObject') this.hasImage = true;
    this.around.open(name, Object.fromEntries(Object.entries(attributes).filter(([attribute]) => !GEOMETRY.has(attribute))));
    if (name === 'TextCode') this.inside = 'words';
    else if (DRAWING.has(name)) this.inside = 'drawing';
    else if (name === 'TextObject') this.openObject(attributes.Boundary);
  }

  text(text: string): void {
    if (this.inside === 'words') this.words += text;
    else if (this.inside === undefined) this.around.text(text);
  }

  close(name: string): void {
    this.inside = undefined;
    this.around.close(name);
  }

  take(): TextPart[] {
    return this.around.take();
  }

  whole(): string {
    return readableSigns(this.words).trim();
  }

  private openObject(boundary: string | undefined): void {
    const top = Number(boundary?.trim().split(/\s+/)[1]);
    if (this.words !== '' && !(Math.abs(top - this.top) < SAME_LINE)) this.words += '\n';
    this.top = top;
  }
}
