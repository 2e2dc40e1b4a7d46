import type { Document } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import { Value } from '../component/chinese.js';
import { type Field, Fields, WebLink } from '../component/fields.js';
import { Said } from '../component/said.js';
import { useReading } from '../reading/reading.js';

/** The header block of the disclosure platform (domain 5.2), in its order. */
export function DocumentMetadata({ document, department }: { document: Document; department: Department | undefined }) {
  const { t } = useReading();
  const said = (text: string | null | undefined) => (text ? <Said>{text}</Said> : undefined);
  const list = (texts: readonly string[]) => (texts.length > 0 ? <Said>{texts.join('、')}</Said> : undefined);
  const coded = (text: string | null | undefined) => (text ? <Value>{text}</Value> : undefined);
  const issuers = document.issuer.join('、') || department?.name;
  const fields: [string, Field[1]][] = [
    ['indexNumber', said(document.indexNumber)],
    ['topic', said(document.topic)],
    ['issuer', issuers && (department && document.issuer.length < 2 ? <a href={department.url}>{said(issuers)}</a> : said(issuers))],
    ['writtenOn', document.writtenOn],
    ['title', said(document.title)],
    ['documentNumber', said(document.documentNumber)],
    ['publishedOn', document.publishedOn],
    ['validity', coded(document.validity)],
    ['effectiveOn', document.effectiveOn],
    ['expiresOn', document.expiresOn],
    ['repealedOn', document.repealedOn],
    ['publicity', coded(document.publicity)],
    ['article20Code', document.article20Code && <Article20 code={document.article20Code} />],
    ['documentType', said(document.documentType)],
    ['legislationType', said(document.legislationType)],
    ['assembly', said(document.assembly)],
    ['audience', list(document.audience)],
    ['keywords', list(document.keywords)],
    ['region', said(document.region)],
    ['sourceUrl', document.sourceUrl && <WebLink href={document.sourceUrl} />],
  ];
  return <Fields fields={fields.map(([name, value]) => [t.record.field[name]!, value])} />;
}

/** A20_05 is 条例 Art 20, item 5. */
function Article20({ code }: { code: string }) {
  const { t } = useReading();
  const item = /^A20_0?(\d+)$/.exec(code)?.[1];
  return item ? <>{t.document.article20(item)}</> : <Said>{code}</Said>;
}
