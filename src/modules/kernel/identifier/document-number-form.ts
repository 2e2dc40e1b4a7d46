import { stemKey } from './document-number-stem.js';

/** 发文字号 proper, 令, 公告/通告, or a proposal's serial (提案, 建议). */
export type DocumentNumberKind = 'document' | 'order' | 'announcement' | 'proposal';

/** A document number (发文字号) in its parts; `key` is equal for every way of writing the same number. */
export interface ParsedDocumentNumber {
  kind: DocumentNumberKind;
  /** Normal form for display: 国发〔2016〕51号, 国务院令第711号, 国家税务总局公告2023年第5号. */
  value: string;
  /** 机关代字 with its series, such as 国办发; for orders and announcements the issuer and 令 or 公告. */
  stem: string;
  year?: number;
  serial: number;
  /** `国发/2016/51`, `国令//742`: the key of a number without its stem is an ending of the full key. */
  key: string;
}

/** The numeric half of a number as it was written. */
export interface WrittenSerial {
  year?: number;
  bracketed: boolean;
  serial: string;
}

export function documentNumberKind(stem: string): DocumentNumberKind {
  if (stem.endsWith('令')) return 'order';
  if (/(?:公告|通告)$/u.test(stem)) return 'announcement';
  return /(?:提案|建议|议案)$/u.test(stem) ? 'proposal' : 'document';
}

/** Normal form after GB/T 9704: six-corner brackets, no leading zero, 第 only in orders and announcements. */
export function composeDocumentNumber(stem: string, written: WrittenSerial): ParsedDocumentNumber {
  const kind = documentNumberKind(stem);
  const serial = Number(written.serial);
  const year = written.year && (written.bracketed || kind === 'document' ? `〔${written.year}〕` : `${written.year}`);
  const value = {
    document: `${stem}${year}${serial}号`,
    order: `${stem}${yearPart(year)}第${serial}号`,
    announcement: `${stem}${yearPart(year)}第${serial}号`,
    // Proposals are filed by a fixed width, 2022第0216号.
    proposal: `${stem}${year}第${written.serial}号`,
  }[kind];
  return { kind, value, stem, year: written.year, serial, key: `${stemKey(stem)}/${written.year ?? ''}/${serial}` };
}

function yearPart(year: string | number | undefined): string {
  if (!year) return '';
  return String(year).startsWith('〔') ? String(year) : `${year}年`;
}
