import { datasetFact, documentFact, fact } from './fact.js';

/**
 * Everything that other vocabularies have words for, once. The columns say which word each has; writers walk over them and
 * read no field of a record by themselves. Names are those of GB/T 21063.3, of the catalog guide (发改高技〔2017〕1272号) and of
 * the disclosure platform (国办公开办函〔2019〕61号).
 */
export const FACTS = [
  fact('identifier', '标识符', 'code', ({ record }) => [record.identifier]),
  fact('uri', '永久地址', 'address', ({ uri }) => [uri]),
  fact('title', '名称', 'text', ({ record }) => [record.title]),
  fact('abstract', '摘要', 'text', ({ record }) => [record.abstract]),
  fact('keywords', '关键词', 'text', ({ record }) => record.keywords),
  fact('agents', '提供方或发文机关', 'agent', ({ agents }) => agents),
  fact('contact', '联系方式', 'contact', ({ contact }) => [contact]),
  fact('topic', '主题分类', 'concept', ({ concepts }) => [concepts.topic]),
  fact('region', '行政区划', 'concept', ({ concepts }) => [concepts.region]),
  fact('publishedOn', '发布日期', 'date', ({ record }) => [record.publishedOn]),
  fact('modifiedOn', '更新日期', 'date', ({ record }) => [record.modifiedOn]),
  fact('createdAt', '入库时间', 'instant', ({ record }) => [record.createdAt]),
  fact('updatedAt', '最近修订时间', 'instant', ({ record }) => [record.updatedAt]),
  fact('accessRights', '能否取用', 'concept', ({ concepts }) => [concepts.accessRights]),
  fact('page', '页面', 'address', ({ page }) => [page]),
  fact('sourceUrl', '来源网址', 'address', ({ record }) => [record.sourceUrl]),
  fact('distributions', '下载与附件', 'distribution', ({ distributions }) => distributions),
  fact('relations', '与其他记录的关系', 'relation', ({ relations }) => relations),

  datasetFact('resourceCode', '信息资源代码', 'code', ({ resourceCode }) => [resourceCode]),
  datasetFact('classPath', '信息资源分类', 'text', ({ classPath }) => (classPath.length > 0 ? [classPath.join('\\')] : [])),
  datasetFact('formatClass', '信息资源格式', 'text', ({ formatClass }) => [formatClass]),
  datasetFact('formats', '文件格式', 'code', ({ formats }) => formats),
  datasetFact('items', '信息项', 'item', ({ items }) => items),
  datasetFact('shareType', '共享类型', 'concept', (_, { concepts }) => [concepts.shareType]),
  datasetFact('shareCondition', '共享条件', 'text', ({ shareCondition }) => [shareCondition]),
  datasetFact('shareMode', '共享方式', 'text', ({ shareMode }) => [shareMode]),
  datasetFact('openness', '开放类型', 'concept', (_, { concepts }) => [concepts.openness]),
  datasetFact('openCondition', '开放条件', 'text', ({ openCondition }) => [openCondition]),
  datasetFact('updateCycle', '更新周期', 'concept', (_, { concepts }) => [concepts.updateCycle]),
  datasetFact('nextUpdateDue', '下次应更新日期', 'date', ({ nextUpdateDue }) => [nextUpdateDue]),
  datasetFact('relatedCodes', '关联资源代码', 'code', ({ relatedCodes }) => relatedCodes),
  datasetFact('license', '使用许可', 'concept', (_, { concepts }) => [concepts.license]),
  datasetFact('sourceSystem', '来源系统', 'text', ({ sourceSystem }) => [sourceSystem]),
  datasetFact('dataGrade', '数据分级', 'text', ({ dataGrade }) => [dataGrade]),
  datasetFact('spatial', '空间范围', 'text', ({ spatial }) => [spatial]),
  datasetFact('temporal', '数据时间范围', 'period', ({ temporal }) =>
    temporal?.start || temporal?.end ? [{ start: temporal.start ?? null, end: temporal.end ?? null }] : [],
  ),
  datasetFact('rowCount', '数据行数', 'number', ({ rowCount }) => [rowCount]),
  datasetFact('tables', '可逐行查询的表', 'table', (_, { tables }) => tables),

  documentFact('indexNumber', '索引号', 'code', ({ indexNumber }) => [indexNumber]),
  documentFact('documentNumber', '发文字号', 'code', ({ documentNumber }) => [documentNumber]),
  documentFact('writtenOn', '成文日期', 'date', ({ writtenOn }) => [writtenOn]),
  documentFact('effectiveOn', '施行日期', 'date', ({ effectiveOn }) => [effectiveOn]),
  documentFact('expiresOn', '有效期至', 'date', ({ expiresOn }) => [expiresOn]),
  documentFact('repealedOn', '废止日期', 'date', ({ repealedOn }) => [repealedOn]),
  documentFact('documentType', '文种', 'concept', (_, { concepts }) => [concepts.documentType]),
  documentFact('validity', '有效性', 'concept', (_, { concepts }) => [concepts.validity]),
  documentFact('legislationType', '法规规章类别', 'text', ({ legislationType }) => [legislationType]),
  documentFact('publicity', '公开属性', 'concept', (_, { concepts }) => [concepts.publicity]),
  documentFact('article20Code', '条例第二十条对应项', 'code', ({ article20Code }) => [article20Code]),
  documentFact('assembly', '组配分类', 'text', ({ assembly }) => [assembly]),
  documentFact('audience', '服务对象', 'text', ({ audience }) => audience),
] as const;

export type FactName = (typeof FACTS)[number]['name'];

/** A fact by its name. */
export type NamedFact = (typeof FACTS)[number];
