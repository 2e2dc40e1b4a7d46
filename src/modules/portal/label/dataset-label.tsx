import type { Dataset } from '../../catalog/index.js';
import { DepartmentNames, type FieldRule, WebLink } from '../component/fields.js';

/** What the data is about, how fresh it is and how much of it there is. */
export const DATASET_BASIC: FieldRule<Dataset>[] = [
  [
    '提供方',
    ({ provider, departmentCode }, departments) => (
      <DepartmentNames names={provider ? [provider] : []} codes={departmentCode ? [departmentCode] : []} departments={departments} />
    ),
  ],
  ['主题分类', ({ topic }) => topic],
  ['更新周期', ({ updateCycle }) => updateCycle],
  ['更新日期', ({ modifiedOn }) => modifiedOn],
  ['下次更新', ({ nextUpdateDue }) => nextUpdateDue],
  ['发布日期', ({ publishedOn }) => publishedOn],
  ['时间范围', ({ temporal }) => temporal && periodText(temporal)],
  ['空间范围', ({ spatial }) => spatial],
  ['行政区划', ({ region }) => region],
  ['数据行数', ({ rowCount }) => rowCount?.toLocaleString('zh-CN')],
  ['格式', ({ formatClass, formats }) => [formatClass, ...formats.map((format) => format.toUpperCase())].filter(Boolean).join('、')],
  ['关键词', ({ keywords }) => keywords.join('、')],
];

/** On what terms it may be used. */
export const DATASET_TERMS: FieldRule<Dataset>[] = [
  ['开放类型', ({ openness }) => openness],
  ['开放条件', ({ openCondition }) => openCondition],
  ['使用许可', ({ license }) => license],
  ['共享类型', ({ shareType }) => shareType],
  ['共享条件', ({ shareCondition }) => shareCondition],
  ['共享方式', ({ shareMode }) => shareMode],
  ['数据分级', ({ dataGrade }) => dataGrade],
];

/** Its place in the catalog of resources (发改高技〔2017〕1272号), and whom to ask. */
export const DATASET_CATALOG: FieldRule<Dataset>[] = [
  ['资源代码', ({ resourceCode }) => resourceCode],
  ['资源分类', ({ classPath }) => classPath.join(' › ')],
  ['提供方代码', ({ providerCode }) => providerCode],
  ['关联资源', ({ relatedCodes }) => relatedCodes.join('、')],
  ['来源系统', ({ sourceSystem }) => sourceSystem],
  ['来源', ({ sourceUrl }) => sourceUrl && <WebLink href={sourceUrl} />],
  ['联系单位', ({ contact }) => contact?.unit],
  ['联系电话', ({ contact }) => contact?.phone],
  ['电子邮箱', ({ contact }) => contact?.email],
];

function periodText({ start, end }: { start?: string | null; end?: string | null }): string {
  if (start && end) return `${start} 至 ${end}`;
  return start ? `${start} 起` : end ? `至 ${end}` : '';
}
