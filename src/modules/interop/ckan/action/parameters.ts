import { invalidField } from '../../../kernel/app-error.js';
import { flawOfText } from '../../../kernel/field/index.js';

const TRUE = new Set(['true', 't', 'yes', 'y', 'on', '1']);
const FALSE = new Set(['false', 'f', 'no', 'n', 'off', '0', '']);
const MOST_OF_LIST = 1_000;

/** Parameters of an action: texts of a query or a form, values of JSON; CKAN reads both alike, and ignores those it does not know. */
export class Parameters {
  constructor(private readonly given: Readonly<Record<string, unknown>>) {}

  /** Everything as it came; for what describes a whole package. */
  get all(): Readonly<Record<string, unknown>> {
    return this.given;
  }

  /** Undefined when it is missing, null or empty. @throws AppError VALIDATION_FAILED when it is no text */
  text(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'string') throw invalidField(name, '应为文本');
    return clean(name, value);
  }

  /** @throws AppError VALIDATION_FAILED when it is missing */
  required(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw invalidField(name, '缺少这个参数');
    return text;
  }

  /** A number not below `least`; above `most`, `most` counts, as CKAN does it. @throws AppError VALIDATION_FAILED */
  whole(name: string, { absent, least = 0, most }: { absent: number; least?: number; most: number }): number {
    const value = this.value(name);
    if (value === undefined || value === '') return absent;
    const number = typeof value === 'string' && /^[-+]?\d{1,15}$/.test(value.trim()) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw invalidField(name, '应为整数');
    if (number < least) throw invalidField(name, `不能小于 ${least}`);
    return Math.min(number, most);
  }

  /** @throws AppError VALIDATION_FAILED */
  flag(name: string, absent = false): boolean {
    const value = this.value(name);
    if (value === undefined) return absent;
    const text = JSON.stringify(value).replaceAll('"', '').toLowerCase();
    if (!(TRUE.has(text) || FALSE.has(text))) throw invalidField(name, '应为 true 或 false');
    return TRUE.has(text);
  }

  /** A list of texts: JSON, JSON as text, texts with commas, or the parameter several times. @throws AppError VALIDATION_FAILED */
  list(name: string): string[] {
    const value = this.value(name);
    if (value === undefined || value === '') return [];
    const parsed = typeof value === 'string' ? (asJson(name, value, '[') ?? value.split(',')) : value;
    const items: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    if (items.length > MOST_OF_LIST) throw invalidField(name, `最多 ${MOST_OF_LIST} 项`);
    return items.map((item) => {
      if (typeof item !== 'string' && typeof item !== 'number') throw invalidField(name, '应为文本的列表');
      return clean(name, String(item)).trim();
    });
  }

  /** An object, as JSON or as JSON in a text; undefined when it is missing. @throws AppError VALIDATION_FAILED */
  object(name: string): Record<string, unknown> | undefined {
    const value = this.value(name);
    if (value === undefined || value === '') return undefined;
    const parsed = typeof value === 'string' ? asJson(name, value, '{') : value;
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw invalidField(name, '应为 JSON 对象');
    return parsed as Record<string, unknown>;
  }

  /** Whether it is a JSON object, or a text that looks like one. */
  isObject(name: string): boolean {
    const value = this.value(name);
    return typeof value === 'string' ? value.trimStart().startsWith('{') : typeof value === 'object' && !Array.isArray(value);
  }

  private value(name: string): unknown {
    return Object.hasOwn(this.given, name) ? (this.given[name] ?? undefined) : undefined;
  }
}

function clean(name: string, text: string): string {
  const flaw = flawOfText(text);
  if (flaw !== undefined) throw invalidField(name, flaw);
  return text;
}

/** What a text that begins like JSON holds; undefined for any other text. */
function asJson(name: string, text: string, start: string): unknown {
  if (!text.trimStart().startsWith(start)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidField(name, '不是有效的 JSON');
  }
}
