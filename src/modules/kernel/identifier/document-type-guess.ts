/** What a title says of its document: the 文种, and the kind of text that a forwarding notice carries. */
export interface GuessedDocumentType {
  /** 通知, 意见, 令 as 命令, or a kind of text such as 办法. */
  type: string;
  /** 办法 for 关于印发《…办法》的通知. */
  inner?: string;
}

const OFFICIAL = [
  '决议',
  '决定',
  '命令',
  '令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '复函',
  '函',
  '纪要',
];
const TEXTS = [
  ...[
    '条例',
    '办法',
    '规定',
    '细则',
    '规则',
    '规程',
    '章程',
    '方案',
    '规划',
    '计划',
    '纲要',
    '要点',
    '预案',
    '目录',
    '清单',
    '指南',
    '标准',
  ],
  ...['解读', '解释', '年报', '法'],
];
const LAST = new RegExp(`(?:${[...OFFICIAL, ...TEXTS].join('|')})$`, 'u');
const SAME: Record<string, string> = { 令: '命令', 复函: '函' };
// A trailing remark: （试行）, (2018年修订), 〔2019〕5号.
const REMARK = /(?:[（(〔[【][^（()）〔〕[\]【】]*[）)〕\]】](?:第?\d+号)?|试行|暂行|全文|\s|》)+$/u;

/** Guesses the 文种 from the end of a title, remarks such as （试行） left out (党政机关公文处理工作条例 Art. 8). */
export function guessDocumentType(title: string): GuessedDocumentType | undefined {
  const type = lastWord(title);
  if (!type) return undefined;
  const quoted = /《([^《》]+)》[^《》]*$/u.exec(title.trim().replace(/》$/u, ''))?.[1];
  const inner = OFFICIAL.includes(type) && /(?:印发|转发|发布|公布|颁布|批转)/u.test(title) ? (quoted ?? bareInner(title)) : undefined;
  const innerType = inner && lastWord(inner);
  return { type: SAME[type] ?? type, ...(innerType ? { inner: SAME[innerType] ?? innerType } : {}) };
}

/** 关于印发科技计划管理办法的通知 has no book-title marks. */
const bareInner = (title: string): string | undefined => /(?:印发|转发|发布|公布|颁布|批转)(.+)的[^的]+$/u.exec(title)?.[1];

const lastWord = (text: string): string | undefined => LAST.exec(text.trim().replace(REMARK, ''))?.[0];
