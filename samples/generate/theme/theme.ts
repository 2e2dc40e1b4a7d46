/** How the main document of a theme is built: articles (办法, 规定, 细则), headed parts (意见, 方案) or a plan for emergencies. */
export type Form = '办法' | '规定' | '细则' | '意见' | '方案' | '预案';

/** A number the department reports each year: name, unit, value of 2021, growth a year in percent. */
export type Metric = [name: string, unit: string, base: number, growth: number];

/** A further document of the theme that was written out by hand. */
export interface Extra {
  id: string;
  type: '通知' | '通告' | '公告' | '批复' | '函' | '决定' | '意见' | '通报';
  title: string;
  date: string;
  issuer?: string;
  to?: string;
  text: string;
  basedOn?: 'main';
  article20?: string;
  expires?: string;
}

/** One subject of public business, written by hand; the genres assemble documents from it. */
export interface Theme {
  id: string;
  /** Short code of the department. */
  dept: string;
  /** Short code of the issuer of the main document when it is not the department. */
  by?: string;
  /** Noun phrase that names the subject, such as 住房公积金提取. */
  name: string;
  title: string;
  form: Form;
  date: string;
  topic?: string;
  article20: string;
  audience: string[];
  keywords: string;
  laws: string;
  aim: string;
  background: string;
  /** One clause a line; in 意见 and 方案 a line is 小标题|正文, in rules `#` opens a chapter. */
  clauses: string;
  tasks: string;
  /** One 问|答 a line. */
  qa: string;
  issues: string;
  metrics: Metric[];
  old?: { title: string; date: string; clauses: string };
  /** Amendment: `n|new text` a line, n counting the clauses above, chapters not counted. */
  amend?: { date: string; reason: string; changes: string };
  extras?: Extra[];
}

/** Non-empty lines of a text block, trimmed. */
export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
