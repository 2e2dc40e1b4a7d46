import type { AnyRecord } from '../../catalog/index.js';

/** Who made it, as a citation names them. */
const MOST_NAMED = 3;

/** The first names, the rest as 等 (GB/T 7714, 8.1.2). */
const named = (names: readonly string[]): string =>
  names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join('，')}，等` : names.join('，');

/**
 * A citation in the form of GB/T 7714: 责任者. 题名: 文号[EB/OL]. (发布日期)[引用日期]. 网址. Datasets are [DS/OL].
 * Line ends and such would break the line that is copied. Pure.
 */
export function citation(record: AnyRecord, { url, today, organ }: { url: string; today?: string; organ?: string }): string {
  const makers = record.kind === 'document' ? record.issuer : [record.provider].filter((name) => typeof name === 'string');
  const maker = named(makers.length > 0 ? makers : organ ? [organ] : []);
  const number = record.kind === 'document' ? record.documentNumber : undefined;
  const date = record.publishedOn ?? (record.kind === 'document' ? record.writtenOn : record.modifiedOn);
  const parts = [
    maker && `${maker}. `,
    `${record.title}${number ? `: ${number}` : ''}[${record.kind === 'document' ? 'EB' : 'DS'}/OL]. `,
    date && `(${date})`,
    today && `[${today}]`,
    date || today ? '. ' : '',
    `${url}.`,
  ];
  return parts.filter(Boolean).join('').replace(/\s+/gu, ' ');
}
