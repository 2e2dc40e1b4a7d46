import { accept, refuse, type Checked } from '../checked.js';

/** A resource code (信息资源代码, 发改高技〔2017〕1272号): class path, then a serial number. */
export interface ParsedResourceCode {
  value: string;
  /** 类: 1 base, 2 theme, 3 department. */
  class: '1' | '2' | '3';
  /** 项, two digits. */
  item: string;
  /** 目, three digits. */
  head: string;
  /** 细目, any number of digits. */
  detail: string;
  serial: string;
}

const PATTERN = /^(?<class>[123])(?<item>\d{2})(?<head>\d{3})(?<detail>\d*)\/(?<serial>\d+)$/;

/** Half width and without spaces; the serial keeps its width. */
export const normaliseResourceCode = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').replaceAll('\\', '/');

export function parseResourceCode(text: string): Checked<ParsedResourceCode> {
  const value = normaliseResourceCode(text);
  const parts = PATTERN.exec(value)?.groups;
  if (parts) return accept({ value, ...parts } as unknown as ParsedResourceCode);
  if (!value.includes('/')) return refuse('信息资源代码应由分类码、“/”和顺序码组成，例如 307001000/000012');
  if (!/^[123]/.test(value)) return refuse('信息资源代码首位应为 1（基础）、2（主题）或 3（部门）');
  return refuse('信息资源代码的“/”前至少 6 位数字，“/”后应为数字顺序码，例如 307001000/000012');
}

export const isValidResourceCode = (text: string): boolean => parseResourceCode(text).ok;
