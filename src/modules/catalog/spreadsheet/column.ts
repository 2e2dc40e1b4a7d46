import type { CodedField } from '../record/coded-field.js';
import type { RecordKind } from '../record/record.entity.js';

/** A column of the template. */
export interface Column {
  /** Path of the field in the input; `contact.phone` is a member of a member. */
  field: string;
  header: string;
  /** How its text is read: one text, a date, or a list with its own separator. */
  kind: 'text' | 'date' | 'list' | 'path';
  required?: boolean;
  /** Code table whose labels the cell offers. */
  table?: CodedField | 'article20';
  /** The table is the whole truth: other words are wrong. */
  closed?: boolean;
  /** An empty cell leaves what there is. */
  blankKeeps?: boolean;
  width?: number;
  help?: string;
}

const text = (field: string, header: string, more: Partial<Column> = {}): Column => ({ field, header, kind: 'text', ...more });

/** From where the law counts; belongs to the submission, not to the record. */
export const FORMED_ON = 'formedOn';
const formedOn: Column = { field: FORMED_ON, header: '形成或变更日期', kind: 'date', help: '公开期限由此起算，不填即导入当天' };
const identifier = text('identifier', '标识符', { required: true, width: 20, help: '本部门的稳定编号，全库唯一；已有的标识符表示修改' });

/** The thirteen core elements of the catalog guide in their order (发改高技〔2017〕1272号), then what implementations add. */
const DATASET: Column[] = [
  identifier,
  { field: 'classPath', header: '信息资源分类', kind: 'path', width: 28, help: '类/项/目/细目，用“/”隔开' },
  text('title', '信息资源名称', { required: true, width: 32, help: '简短写明内容' }),
  text('resourceCode', '信息资源代码', { width: 20, help: '分类码/顺序码，如 307001000/000012' }),
  text('provider', '信息资源提供方', { width: 22, blankKeeps: true, help: '不填：新的为本部门，已有的不变' }),
  text('providerCode', '信息资源提供方代码', { width: 22, help: '18 位统一社会信用代码（GB 32100）' }),
  text('abstract', '信息资源摘要', { width: 40, help: '内容概述或主要字段' }),
  text('formatClass', '信息资源格式', { table: 'formatClass', closed: true }),
  { field: 'formats', header: '文件格式', kind: 'list', help: '如 csv、xlsx' },
  text('shareType', '共享类型', { table: 'shareType', closed: true }),
  text('shareCondition', '共享条件', { width: 28, help: '有条件共享写条件，不予共享写法定依据' }),
  text('shareMode', '共享方式', { table: 'shareMode' }),
  text('openness', '开放类型', { table: 'openness', closed: true }),
  text('openCondition', '开放条件', { width: 28 }),
  text('updateCycle', '更新周期', { table: 'updateCycle', closed: true }),
  { field: 'publishedOn', header: '发布日期', kind: 'date', help: '如 2026-05-08' },
  { field: 'relatedCodes', header: '关联资源代码', kind: 'list', width: 22 },
  { field: 'keywords', header: '关键字', kind: 'list', width: 24, help: '三个以上，用顿号隔开' },
  text('topic', '主题分类', { table: 'topic', width: 22 }),
  text('region', '行政区划', { help: '六位代码或名称' }),
  text('sourceSystem', '所属系统'),
  text('dataGrade', '数据分级', { table: 'dataGrade' }),
  text('license', '使用许可'),
  text('contact.unit', '联系单位'),
  text('contact.phone', '联系电话', { help: '办公电话，不写个人手机' }),
  text('contact.email', '电子邮箱'),
  text('sourceUrl', '在线资源链接地址', { width: 28 }),
  formedOn,
];

/** The block of a disclosed document (国办公开办函〔2019〕61号). */
const DOCUMENT: Column[] = [
  identifier,
  text('title', '标题', { required: true, width: 40 }),
  text('indexNumber', '索引号', { width: 22 }),
  text('topic', '主题分类', { table: 'topic', width: 22 }),
  {
    field: 'issuer',
    header: '发文机关',
    kind: 'list',
    width: 22,
    blankKeeps: true,
    help: '联合行文主办机关在前，用顿号隔开；不填：新的为本部门，已有的不变',
  },
  { field: 'writtenOn', header: '成文日期', kind: 'date', help: '如 2026-05-08' },
  text('documentNumber', '发文字号', { width: 20, help: '如 国发〔2016〕51号' }),
  { field: 'publishedOn', header: '发布日期', kind: 'date' },
  text('documentType', '文种', { table: 'documentType' }),
  { field: 'effectiveOn', header: '施行日期', kind: 'date' },
  { field: 'expiresOn', header: '有效期至', kind: 'date' },
  text('validity', '有效性', { table: 'validity' }),
  text('publicity', '公开属性', { table: 'publicity', closed: true }),
  text('article20Code', '条例第二十条对应项', { table: 'article20', help: '如 A20_01' }),
  text('assembly', '组配分类'),
  { field: 'audience', header: '服务对象', kind: 'list' },
  { field: 'keywords', header: '主题词', kind: 'list', width: 24, help: '用顿号隔开' },
  text('region', '行政区划'),
  text('abstract', '摘要', { width: 40 }),
  text('body', '正文', { width: 60, help: '纯文本；单元格最多 32,767 字，更长的在工作台编辑' }),
  text('sourceUrl', '来源网址', { width: 28 }),
  formedOn,
];

/** 信息项: the columns of structured resources, one line each. */
export const ITEM_COLUMNS: Column[] = [
  text('identifier', '标识符', { required: true, width: 20, help: '所属信息资源的标识符' }),
  text('name', '信息项名称', { required: true, width: 24 }),
  text('type', '数据类型', { help: 'C 字符、N 数值、D 日期等' }),
  text('length', '数据长度'),
  text('description', '说明', { width: 40, help: '含义、单位、口径' }),
];

export const columnsOf = (kind: RecordKind): Column[] => (kind === 'dataset' ? DATASET : DOCUMENT);

export const SHEETS = { dataset: '信息资源', document: '公开文件', items: '信息项', help: '填写说明', codes: '代码表' } as const;

/** What the answer adds. */
export const RESULT_HEADER = '结果';

export const MOST_ROWS = 5_000;
export const MOST_ITEMS = 50_000;
/** What a cell can hold. */
export const MOST_CHARACTERS = 32_767;
