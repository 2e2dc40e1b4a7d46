import { z } from 'zod';
import { type AnyRecord, plainBody, type RelatedRecord, type ResourceFields } from '../../../catalog/index.js';

/** Characters of a body in one answer. */
export const BODY_PART = 8_000;

const text = z.string().nullable();

const fileSchema = z.object({ title: z.string(), format: text, url: text.describe('下载网址'), byteSize: z.number().nullable() });

const contactSchema = z.object({ unit: text, phone: text, email: text, address: text, hours: text.describe('办公时间') });

/** A record in full, of either kind; what the other kind has is null or empty. */
export const recordSchema = z.object({
  identifier: z.string(),
  kind: z.enum(['dataset', 'document']),
  title: z.string(),
  abstract: text,
  keywords: z.array(z.string()),
  ...{ topic: text, region: text, department: text, publishedOn: text, modifiedOn: text, sourceUrl: text.describe('来源网址') },
  page: z.string().describe('页面网址'),
  contact: contactSchema.nullable().describe('找谁问：单位、电话、邮箱'),
  files: z.array(fileSchema).describe('附件或下载项'),
  relations: z
    .array(z.object({ label: z.string(), identifier: z.string(), title: text, partial: z.boolean(), note: text }))
    .describe('与其他记录的关系，label 是从本记录看的说法：废止、被废止、解读、被解读……'),
  document: z
    .object({
      ...{ documentNumber: text, indexNumber: text, documentType: text, validity: text, legislationType: text },
      issuer: z.array(z.string()).describe('发文机关'),
      ...{ writtenOn: text.describe('成文日期'), effectiveOn: text.describe('施行日期') },
      ...{ expiresOn: text.describe('有效期至'), repealedOn: text.describe('废止日期') },
      body: z.string().describe('正文的一段'),
      bodyLength: z.number().describe('正文一共多少字'),
      nextBodyFrom: z.number().nullable().describe('正文还没有完时，下一次的 bodyFrom'),
    })
    .nullable(),
  dataset: z
    .object({
      ...{ provider: text, resourceCode: text, shareType: text, shareCondition: text, openness: text, openCondition: text },
      ...{ updateCycle: text, nextUpdateDue: text, license: text, spatial: text, temporalStart: text, temporalEnd: text },
      rowCount: z.number().nullable(),
      formats: z.array(z.string()),
      items: z.array(z.object({ name: z.string(), type: text, description: text })).describe('信息项'),
    })
    .nullable(),
});

export type RecordView = z.infer<typeof recordSchema>;

interface Beside {
  department: string | null;
  contact: RecordView['contact'];
  relations: readonly RelatedRecord[];
  /** Where in the body to begin. */
  bodyFrom: number;
  absolute: (path: string) => string;
  fileUrl: (index: number, resource: ResourceFields) => string | null;
}

/** A record as assistants read it: labels, absolute addresses, the body as plain text a part at a time. Pure. */
export function recordView(record: AnyRecord, { department, contact, relations, bodyFrom, absolute, fileUrl }: Beside): RecordView {
  const resources = record.kind === 'dataset' ? record.resources : record.attachments;
  return {
    ...{ identifier: record.identifier, kind: record.kind, title: record.title, keywords: record.keywords, department, contact },
    abstract: record.abstract ?? null,
    topic: record.topic ?? null,
    region: record.region ?? null,
    publishedOn: record.publishedOn ?? null,
    modifiedOn: record.modifiedOn ?? null,
    sourceUrl: record.sourceUrl ?? null,
    page: absolute(record.url),
    files: resources.map((resource, index) => ({
      title: resource.title,
      format: resource.format ?? null,
      url: fileUrl(index, resource),
      byteSize: resource.byteSize ?? null,
    })),
    relations: relations.map(({ label, identifier, title, partial, note }) => ({ label, identifier, title, partial, note: note ?? null })),
    document: record.kind === 'document' ? documentView(record, bodyFrom) : null,
    dataset: record.kind === 'dataset' ? datasetView(record) : null,
  };
}

function documentView(record: AnyRecord & { kind: 'document' }, bodyFrom: number): RecordView['document'] {
  const body = plainBody(record.body ?? '');
  const end = bodyFrom + BODY_PART;
  return {
    documentNumber: record.documentNumber ?? null,
    indexNumber: record.indexNumber ?? null,
    documentType: record.documentType ?? null,
    validity: record.validity ?? null,
    legislationType: record.legislationType ?? null,
    issuer: record.issuer,
    writtenOn: record.writtenOn ?? null,
    effectiveOn: record.effectiveOn ?? null,
    expiresOn: record.expiresOn ?? null,
    repealedOn: record.repealedOn ?? null,
    body: body.slice(bodyFrom, end),
    bodyLength: body.length,
    nextBodyFrom: end < body.length ? end : null,
  };
}

function datasetView(record: AnyRecord & { kind: 'dataset' }): RecordView['dataset'] {
  return {
    provider: record.provider ?? null,
    resourceCode: record.resourceCode ?? null,
    shareType: record.shareType ?? null,
    shareCondition: record.shareCondition ?? null,
    openness: record.openness ?? null,
    openCondition: record.openCondition ?? null,
    updateCycle: record.updateCycle ?? null,
    nextUpdateDue: record.nextUpdateDue ?? null,
    license: record.license ?? null,
    spatial: record.spatial ?? null,
    temporalStart: record.temporal?.start ?? null,
    temporalEnd: record.temporal?.end ?? null,
    rowCount: record.rowCount ?? null,
    formats: record.formats,
    items: record.items.map(({ name, type, description }) => ({ name, type: type ?? null, description: description ?? null })),
  };
}

/** What a person would read first. Pure. */
export function recordLines({ document, dataset, contact, relations, files, abstract }: RecordView): string[] {
  const named: [label: string, value: string | number | null | undefined][] = [
    ['有效性', document?.validity],
    ['成文日期', document?.writtenOn],
    ['施行日期', document?.effectiveOn],
    ['有效期至', document?.expiresOn],
    ['废止日期', document?.repealedOn],
    ['索引号', document?.indexNumber],
    ['开放类型', dataset?.openness],
    ['更新周期', dataset?.updateCycle],
    ['信息项', dataset?.items.map(({ name }) => name).join('、')],
    ['摘要', abstract],
    ['联系', contact && [contact.unit, contact.phone, contact.email, contact.hours].filter(Boolean).join('，')],
    ['关系', relations.map(({ label, title, identifier }) => `${label}“${title ?? identifier}”（${identifier}）`).join('；')],
    ['文件', files.map(({ title, url }) => `${title} ${url ?? ''}`.trim()).join('；')],
  ];
  const lines = named.flatMap(([label, value]) => (value ? [`${label}：${value}`] : []));
  if (!document?.body) return lines;
  const rest = document.nextBodyFrom === null ? '' : `\n（正文共 ${document.bodyLength} 字，接下去用 bodyFrom=${document.nextBodyFrom}）`;
  return [...lines, `正文：\n${document.body}${rest}`];
}
