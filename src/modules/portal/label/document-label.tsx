import type { Document } from '../../catalog/index.js';
import { DepartmentNames, type FieldRule, WebLink } from '../component/fields.js';

/** The block above a document, in the order of government sites (国办公开办函〔2019〕61号). */
export const DOCUMENT_HEADER: FieldRule<Document>[] = [
  ['索引号', ({ indexNumber }) => indexNumber],
  ['主题分类', ({ topic }) => topic],
  [
    '发文机关',
    ({ issuer, departmentCodes }, departments) => <DepartmentNames names={issuer} codes={departmentCodes} departments={departments} />,
  ],
  ['成文日期', ({ writtenOn }) => writtenOn],
  ['发文字号', ({ documentNumber }) => documentNumber],
  ['发布日期', ({ publishedOn }) => publishedOn],
  ['有效性', ({ validity }) => validity],
  ['施行日期', ({ effectiveOn }) => effectiveOn],
  ['有效期至', ({ expiresOn }) => expiresOn],
  ['废止日期', ({ repealedOn }) => repealedOn],
];

/** What is known besides; shown below the text. */
export const DOCUMENT_MORE: FieldRule<Document>[] = [
  ['文种', ({ documentType }) => documentType],
  ['法规类别', ({ legislationType }) => legislationType],
  ['公开属性', ({ publicity }) => publicity],
  ['公开依据', ({ article20Code }) => article20Code && articleTwenty(article20Code)],
  ['组配分类', ({ assembly }) => assembly],
  ['服务对象', ({ audience }) => audience.join('、')],
  ['关键词', ({ keywords }) => keywords.join('、')],
  ['行政区划', ({ region }) => region],
  ['更新日期', ({ modifiedOn }) => modifiedOn],
  ['来源', ({ sourceUrl }) => sourceUrl && <WebLink href={sourceUrl} />],
];

/** A20_05 is 条例 Art. 20, item 5. */
function articleTwenty(code: string): string {
  const item = /^A20_0?(\d+)$/.exec(code)?.[1];
  return item ? `《政府信息公开条例》第二十条第（${item}）项` : code;
}
