import { pageList } from '../page-signs.js';

/** Pictures smaller than this are ornaments; larger ones may hold a page. */
const ORNAMENT_BYTES = 10 * 1024;
/** Fewer characters than this to a picture say that the picture is what is to be read. */
const FEW = 50;
const MOST_NAMED = 3;

/** What could not be read of a file: it adds up while the file is read. */
export class Unread {
  characters = 0;
  private pictures = 0;
  private large = 0;
  private readonly slides = new Map<number, { characters: number; large: number }>();
  private readonly flaws = new Set<string>();
  private readonly objects: string[] = [];

  read(characters: number, slide?: number): void {
    this.characters += characters;
    if (slide !== undefined) this.slide(slide).characters += characters;
  }

  picture(bytes: number, slide?: number): void {
    this.pictures++;
    if (bytes < ORNAMENT_BYTES) return;
    this.large++;
    if (slide !== undefined) this.slide(slide).large++;
  }

  object(name: string): void {
    this.objects.push(name);
  }

  flaw(message: string): void {
    this.flaws.add(message);
  }

  /** What a person has to look at, as a sentence; undefined when all was read. */
  note(): string | undefined {
    return [...this.flaws, this.objectNote(), this.pictureNote()].filter(Boolean).join('；') || undefined;
  }

  private slide(number: number): { characters: number; large: number } {
    const found = this.slides.get(number) ?? { characters: 0, large: 0 };
    this.slides.set(number, found);
    return found;
  }

  private objectNote(): string {
    const { length } = this.objects;
    if (length === 0) return '';
    const named = this.objects.slice(0, MOST_NAMED).join('、');
    return `其中嵌入的 ${length > MOST_NAMED ? `${named} 等 ${length} 个对象` : named} 读不出文字`;
  }

  private pictureNote(): string {
    if (this.characters === 0 && this.pictures > 0) return `文件里只有图片（${this.pictures} 幅），没有文字：图片中的文字没有检查`;
    const slides = [...this.slides].filter(([, { characters, large }]) => large > 0 && characters < FEW * large).map(([number]) => number);
    if (slides.length > 0) return `${pageList(slides)}以图片为主，图片中的文字没有检查`;
    if (this.slides.size === 0 && this.large > 0 && this.characters < FEW * this.large)
      return `文件以图片为主（${this.large} 幅），图片中的文字没有检查`;
    return '';
  }
}
