import { type CodedField, mustBeFilled, type RecordKind, REQUIRED_FIELDS, type ResourceFields } from '../../catalog/index.js';

/** Lists of names that the server completes while somebody types. */
export const CHOICE_LISTS = ['topic', 'region', 'department'] as const;
export type ChoiceList = (typeof CHOICE_LISTS)[number];

/** A field of the editor, with help from the standard. */
export interface FormField {
  name: string;
  label: string;
  help?: string;
  kind: 'line' | 'area' | 'date' | 'list' | 'items' | 'other';
  /** The code table whose labels are offered, all of them. */
  table?: CodedField | 'article20';
  /** The names that are completed while somebody types. */
  suggest?: ChoiceList;
  required?: boolean;
  /** Characters that read well, and the most there may be. */
  length?: { from: number; to?: number; most: number };
}

const COMMON: FormField[] = [
  {
    name: 'title',
    label: '标题',
    kind: 'line',
    help: '写明内容，8–60 字；不用“附件”“通知”这样的泛称',
    length: { from: 8, to: 60, most: 500 },
  },
  { name: 'abstract', label: '摘要', kind: 'area', help: '内容概述或主要字段，50 字以上最好找', length: { from: 50, most: 20_000 } },
  { name: 'keywords', label: '关键词', kind: 'list', help: '三个以上，用顿号隔开；写大家会搜的说法' },
  { name: 'topic', label: '主题分类', kind: 'line', suggest: 'topic', help: '如 综合政务\\政务公开' },
  { name: 'region', label: '行政区划', kind: 'line', suggest: 'region', help: '六位代码或名称，如 江苏省泰州市' },
  { name: 'publishedOn', label: '发布日期', kind: 'date', help: '不填则为实际发布的那天' },
];

const DOCUMENT: FormField[] = [
  { name: 'documentNumber', label: '发文字号', kind: 'line', help: '如 国发〔2016〕51号，年份用六角括号' },
  { name: 'indexNumber', label: '索引号', kind: 'line' },
  {
    name: 'issuer',
    label: '发文机关',
    kind: 'list',
    suggest: 'department',
    help: '联合行文时主办机关在前，用顿号隔开；不填为本部门',
  },
  { name: 'documentType', label: '文种', kind: 'line', table: 'documentType' },
  { name: 'writtenOn', label: '成文日期', kind: 'date' },
  { name: 'effectiveOn', label: '施行日期', kind: 'date' },
  { name: 'expiresOn', label: '有效期至', kind: 'date' },
  { name: 'validity', label: '有效性', kind: 'line', table: 'validity' },
  { name: 'publicity', label: '公开属性', kind: 'line', table: 'publicity' },
  { name: 'article20Code', label: '条例第二十条对应项', kind: 'line', table: 'article20', help: '应当主动公开的，选它属于哪一项' },
  { name: 'body', label: '正文', kind: 'area', help: '纯文本，或简单的 HTML' },
];

const DATASET: FormField[] = [
  { name: 'provider', label: '信息资源提供方', kind: 'line', suggest: 'department', help: '不填为本部门' },
  { name: 'providerCode', label: '提供方代码', kind: 'line', help: '18 位统一社会信用代码（GB 32100）' },
  { name: 'resourceCode', label: '信息资源代码', kind: 'line', help: '如 307001000/000012' },
  { name: 'formatClass', label: '信息资源格式', kind: 'line', table: 'formatClass' },
  { name: 'items', label: '信息项', kind: 'items', help: '每行一项：名称|类型|长度|说明，如 贷款金额|N|12,2|单位：万元' },
  { name: 'shareType', label: '共享类型', kind: 'line', table: 'shareType' },
  { name: 'shareCondition', label: '共享条件', kind: 'area', help: '有条件共享时写条件，不予共享时写法定依据' },
  { name: 'shareMode', label: '共享方式', kind: 'line', table: 'shareMode' },
  { name: 'openness', label: '开放类型', kind: 'line', table: 'openness' },
  { name: 'openCondition', label: '开放条件', kind: 'area' },
  { name: 'updateCycle', label: '更新周期', kind: 'line', table: 'updateCycle' },
  { name: 'license', label: '使用许可', kind: 'line' },
];

/** The fields of the editor of a kind, in the order people fill them in. */
export const formFields = (kind: RecordKind): FormField[] =>
  [...COMMON, ...(kind === 'dataset' ? DATASET : DOCUMENT)].map((field) => ({
    ...field,
    label: REQUIRED_FIELDS[kind][field.name] ?? field.label,
    required: mustBeFilled(kind, field.name),
  }));

/** What the editor does not show, but who reviews a change must see. */
const BESIDE: Record<RecordKind, Record<string, string>> = {
  dataset: {
    resources: '下载与接口',
    classPath: '信息资源分类',
    formats: '文件格式',
    relatedCodes: '关联资源代码',
    sourceSystem: '来源系统',
    dataGrade: '数据分级',
    contact: '联系方式',
    spatial: '空间范围',
    temporal: '数据时间范围',
    rowCount: '数据行数',
    nextUpdateDue: '下次应更新日期',
    modifiedOn: '最近更新日期',
    sourceUrl: '来源网址',
    relations: '与其他记录的关系',
  },
  document: {
    attachments: '附件',
    repealedOn: '废止日期',
    legislationType: '法规规章类别',
    assembly: '组配分类',
    audience: '服务对象',
    modifiedOn: '最近更新日期',
    sourceUrl: '来源网址',
    relations: '与其他记录的关系',
  },
};

/** Every field in which two versions of a record can differ. */
export const comparedFields = (kind: RecordKind): FormField[] => [
  ...formFields(kind),
  ...Object.entries(BESIDE[kind]).map(([name, label]) => ({ name, label, kind: 'other' as const })),
];

/** The list that holds the files of a kind. */
export const fileField = (kind: RecordKind) => (kind === 'dataset' ? 'resources' : 'attachments');

/** The files that a draft holds. */
export const filesOf = (kind: RecordKind, content: Record<string, unknown>): ResourceFields[] =>
  (content[fileField(kind)] ?? []) as ResourceFields[];

/** What people call the field of a path such as `items[3].name`; the path itself where they have no name for it. */
export function labelOf(kind: RecordKind, path: string): string {
  const inFile = /^(?:attachments|resources)\[(\d+)\] (.+)$/.exec(path);
  if (inFile) return `附件 ${Number(inFile[1]) + 1}，${inFile[2]}`;
  const name = path.replace(/[[.].*$/, '');
  return comparedFields(kind).find((field) => field.name === name)?.label ?? path;
}

type Fields = Record<string, unknown>;
interface Item {
  name: string;
  type?: string | null;
  length?: string | null;
  description?: string | null;
}

/** How a value stands in its box. */
export function boxText({ kind, name }: FormField, fields: Fields): string {
  const value = fields[name];
  if (kind === 'list') return Array.isArray(value) ? value.join('、') : '';
  if (kind === 'items')
    return ((value ?? []) as Item[])
      .map(({ name: label, type, length, description }) =>
        [label, type, length, description]
          .map((part) => part ?? '')
          .join('|')
          .replace(/\|+$/, ''),
      )
      .join('\n');
  if (kind === 'other') return textOfOther(value);
  return typeof value === 'string' ? value : '';
}

/** Whatever it is as lines of text; of files their names come first. */
function textOfOther(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOfOther).join('\n');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  const { title, name, sha256, path: _, ...rest } = value as Record<string, unknown>;
  // The content of a file is told apart by its hash, of which people need no more than a beginning.
  const mark = typeof sha256 === 'string' ? `校验码 ${sha256.slice(0, 8)}` : undefined;
  return [title, name, ...Object.values(rest), mark]
    .filter((member) => member !== null && member !== undefined && member !== '')
    .map(textOfOther)
    .join(' · ');
}

/** The input that a sent form means, on top of what the form does not show. */
export function inputOfForm(kind: RecordKind, form: Record<string, unknown>, before: Fields): Fields {
  const input: Fields = { ...before };
  for (const field of formFields(kind)) {
    const given = form[field.name];
    if (given === undefined) continue;
    const text = typeof given === 'string' ? given.trim() : '';
    if (field.kind === 'list')
      input[field.name] = text
        .split(/[、,，;；\n]/)
        .map((part) => part.trim())
        .filter(Boolean);
    else if (field.kind === 'items')
      input[field.name] = text
        .split(/\r?\n/)
        .filter((line) => line.trim())
        .map(itemOf);
    else input[field.name] = field.name === 'title' ? text : text || null;
  }
  return input;
}

function itemOf(line: string): Item {
  const [name = '', type, length, ...rest] = line.split(/[|｜\t]/).map((part) => part.trim());
  return { name, type: type || null, length: length || null, description: rest.join('|') || null };
}
