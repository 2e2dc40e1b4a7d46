import { masked, type Match, type Rule } from './finding.js';

/** Texts come as people read them (`readingOf`): simplified, half width, one blank between words, a tab between cells. */
const LEVEL = String.raw`(?:绝[ \n·.\-_]?密|机[ \n·.\-_]?密|秘[ \n·.\-_]?密)`;
const TERM = String.raw`(?:长期|永久|启封|公开|解密|[0-9〇零一二三四五六七八九十百]{1,4} ?(?:年|个?月|天|日))`;
/** What adorns a mark that stands alone. Titles of works (《》) do not. */
const ADORNED = String.raw`[ ★*·•\-—_=#:!,.、。\[\]【】()〔〕{}「」『』〖〗<>"'“”‘’]{0,6}`;
const LABEL = String.raw`(?:密 ?级|密别|(?:保密|涉密|秘密) ?(?:等级|级别))(?: ?标[志识])?`;
/** Several levels after another are about secrecy: 绝密、机密、秘密. */
const OTHER_LEVELS = String.raw`(?! ?级?["”】)\]」]? ?[、,;/或和及与至到以\t\n ]{1,2}(?:者)?["“【(\[「]?(?:绝|机|秘) ?密)`;
const CLOSED = String.raw`(?=["”』」】)\]〕]?(?:$|[\s★*.,;:!。、([(【〔]))`;

const MARKS = [
  // With a star and a period nothing but a mark is meant, wherever it stands.
  new RegExp(String.raw`${LEVEL}级? ?[★*※◆●■▲#]{1,3} ?${TERM}(?:前)?`, 'g'),
  new RegExp(String.raw`(?<![\u4e00-\u9fa5] ?)(?:工作秘密|${LEVEL}级?) ?[★*]`, 'g'),
  // 密级：机密, also in two cells or two lines.
  new RegExp(String.raw`${LABEL} ?[:=\-]+[ \t\n]?["“「【(〔\[]?${LEVEL}${OTHER_LEVELS}`, 'g'),
  new RegExp(String.raw`${LABEL}[ \t\n]?["“「【(〔\[]?${LEVEL}${OTHER_LEVELS}${CLOSED}`, 'g'),
  // 密级为机密; 如密级为机密 and 密级为机密的 are rules about secrets.
  new RegExp(
    String.raw`(?=[密保涉秘])(?<!(?:如|若|凡|对|当|最高)[^。;\n]{0,12})${LABEL} ?(?:定|确定|标注)?(?:为|是|属于?) ?["“「【(〔\[]?${LEVEL}${OTHER_LEVELS}${CLOSED}`,
    'g',
  ),
  // 【机密】 anywhere; （机密） before or after a title, not within a sentence.
  new RegExp(String.raw`[\[【〔〖{] ?${LEVEL}(?:级|件)? ?(?:★[^\n】〕\])}]{0,12})?[\]】〕〗}]`, 'g'),
  new RegExp(String.raw`(?<![\u4e00-\u9fa5])\( ?${LEVEL}(?:级|件)? ?(?:★[^\n)]{0,12})?\)|\( ?${LEVEL} ?\)(?=$|[\n\t])`, 'g'),
  new RegExp(String.raw`内部(?:资料|文件|材料)[,、;:!(\[【\s★·-]{0,3}(?:注意保[存管]|(?:严禁|不得|请勿|禁止)外传)`, 'g'),
];

/** Alone on a line or in a cell. */
const ALONE = new RegExp(
  String.raw`(?<=^|[\n\t])${ADORNED}(?:${LEVEL}(?: ?${TERM})?|工作秘密|内部文件|内部资料|不得公开)${ADORNED}(?=$|[\n\t])`,
  'g',
);
/** A keyword or the name of a column names what something is about. */
const NAMES = /^(?:keywords\[|items\[\d+\]\.name|classPath\[)/;
const BEFORE = /^[^\u4e00-\u9fa5]*/;

/** A secrecy mark: nothing that bears one can be published here, whoever says so (保守国家秘密法 Art. 35). */
export const secrecyMarkRule: Rule = {
  name: 'secrecyMark',
  severity: 'forbidden',
  message: '带有密级或内部标志：涉密和内部材料不得在本平台处理，请立即移出并报告保密审查员；解密后凭书面依据去除标志再提交',
  basis: '《保守国家秘密法》第三十五条，《政府信息公开条例》第十四条',
  inCodes: true,
  *find(text, { field }): Iterable<Match> {
    if (!/密|内部|不得公开/.test(text)) return;
    const marks = [...MARKS.map((pattern) => text.matchAll(pattern)), ...(NAMES.test(field) ? [] : [alone(text)])];
    const found = marks.flatMap((matches) => Array.from(matches, placeOf));
    let end = -1;
    // Where several patterns see the same mark it is told once.
    for (const place of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (place.start < end) continue;
      end = place.end;
      yield place;
    }
  },
  mask: (matched) => masked(matched, 2, 0),
};

function placeOf({ index, 0: matched }: RegExpExecArray): Match {
  return { start: index + BEFORE.exec(matched)![0].length, end: index + matched.trimEnd().length };
}

/** Marks alone in their line or cell, but for rows that name two levels or more in cells of their own: a table about secrecy. */
function* alone(text: string): Generator<RegExpExecArray> {
  let lineEnd = -1;
  let aboutSecrecy = false;
  for (const match of text.matchAll(ALONE)) {
    if (match.index >= lineEnd) {
      const from = text.lastIndexOf('\n', match.index - 1) + 1;
      const to = text.indexOf('\n', match.index);
      lineEnd = to < 0 ? text.length : to;
      aboutSecrecy = new Set(text.slice(from, lineEnd).match(/(?<=^|\t)(?:绝密|机密|秘密)(?=$|\t)/g)).size > 1;
    }
    if (!aboutSecrecy) yield match;
  }
}
