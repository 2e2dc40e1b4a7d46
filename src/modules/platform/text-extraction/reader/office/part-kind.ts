import type { PartPlace } from './markup-listener.js';

/** What parts are called by their root element: names and types of parts are anybody's choice, what Office makes of a part is not. */
const SHOWN: Readonly<Record<string, string>> = {
  document: '正文',
  hdr: '页眉',
  ftr: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
  ThreadedComments: '批注',
  cmLst: '批注',
  sld: '',
  notes: '备注',
  chartSpace: '图表',
  dataModel: '图示',
  wsDr: '图形',
  xml: '图形',
};

/** Parts that stand behind the document: properties, samples, masters, copies of data. */
const ASIDE: Readonly<Record<string, string>> = {
  glossaryDocument: '构建基块',
  sldMaster: '母版',
  sldLayout: '版式',
  notesMaster: '备注母版',
  handoutMaster: '讲义母版',
  presentation: '演示文稿',
  workbook: '工作簿',
  sst: '没有单元格使用的文字',
  styleSheet: '数字格式和样式',
  styles: '样式',
  numbering: '编号',
  settings: '设置',
  theme: '主题',
  coreProperties: '文件属性',
  Properties: '文件属性',
  pivotCacheDefinition: '数据透视表',
  pivotCacheRecords: '数据透视表',
  pivotTableDefinition: '数据透视表',
  table: '表',
  externalLink: '外部引用',
  connections: '数据连接',
  queryTable: '数据连接',
  personList: '批注者',
  people: '批注者',
  // The picture that was made of a diagram, whose words stand in its data.
  drawing: '图示',
  layoutDef: '图示',
  Relationships: '链接',
  Signature: '签名',
  Sources: '引文',
  contentTypeSchema: '属性定义',
  properties: '文件属性',
};

/** What a part is to readers; `group` is the slide or sheet it belongs to, or ''. Pure. */
export function placeOf(root: string, name: string, group: string): PartPlace {
  const own = group === '' ? '' : `${group}的`;
  const aside = Object.hasOwn(ASIDE, root);
  const known = aside ? ASIDE[root]! : Object.hasOwn(SHOWN, root) ? SHOWN[root]! : `部件“${name}”`;
  if (aside) return { place: known, aside };
  if (root === 'document') return { place: known, numbered: true };
  return { place: known === '' ? group || '幻灯片' : own + known };
}
