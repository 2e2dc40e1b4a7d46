import { type Heading, headingsOf } from './body-outline.js';

/** How a line of an official text stands on paper (GB/T 9704): whom it is to, who signed, when. */
export type Role = 'to' | 'signed' | 'title' | 'plain';

/** A line of a plain text. */
export interface TextBlock {
  text: string;
  role: Role;
  heading?: Heading;
  /** Level of the heading of the page that it is, where it is one by itself. */
  level?: 2 | 3 | 4;
}

const DATE = /^[（(]?[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?$/u;
const TITLE_LIKE = /^[^。；：:！？!?]{2,50}$/u;
const ORGAN = /(?:政府|办公厅|办公室|委员会|局|厅|部|院|中心|会|署|处|行|社|站|所|总队|支队|大队|公司|学校|管委会|领导小组|指挥部)$/u;

/** The lines of a plain text, and what each is. Pure. */
export function textBlocks(body: string): TextBlock[] {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const headings = headingsOf(lines);
  let last = 1;
  return lines.map((text, place) => {
    const heading = headings.get(place);
    const wanted = heading && levelOf(heading);
    if (!wanted) return { text, role: roleOf(lines, place, heading), heading };
    // No level of headings is left out on the way down.
    const level = Math.min(wanted, last + 1) as 2 | 3 | 4;
    last = level;
    return { text, role: 'plain', heading, level };
  });
}

/** Numbered titles are headings; numbered sentences are text. */
function levelOf({ kind, rest, label }: Heading): 2 | 3 | 4 | undefined {
  if (kind === 'article') return undefined;
  if (kind === 'part' || kind === 'chapter' || kind === 'annex') return 2;
  if (kind === 'section') return 3;
  if (!TITLE_LIKE.test(label + rest)) return undefined;
  return kind === 'numeral' ? 2 : 3;
}

function roleOf(lines: readonly string[], place: number, heading: Heading | undefined): Role {
  const text = lines[place]!;
  if (heading) return 'plain';
  if (place > 0 && DATE.test(text) && text.length < 20) return 'signed';
  if (place > 0 && DATE.test(lines[place + 1] ?? '') && text.length <= 50 && ORGAN.test(text)) return 'signed';
  if (place === 0 && /[：:]$/u.test(text)) return 'to';
  return 'plain';
}
