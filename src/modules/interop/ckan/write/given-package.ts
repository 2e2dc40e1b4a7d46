import { invalidField } from '../../../kernel/app-error.js';

/** A package as a client sends it: whatever JSON holds, read member by member. */
export class GivenPackage {
  /** Free keys by name. */
  readonly extras: ReadonlyMap<string, string>;

  /** @throws AppError VALIDATION_FAILED for extras that are none */
  constructor(private readonly members: Readonly<Record<string, unknown>>) {
    this.extras = new Map(
      this.objects('extras').map((extra, index) => {
        const { key, value } = extra;
        if (typeof key !== 'string' || key === '') throw invalidField('extras', `第 ${index + 1} 个缺少 key`);
        return [key, typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)];
      }),
    );
  }

  has(name: string): boolean {
    return Object.hasOwn(this.members, name);
  }

  /** Undefined when it is missing, null or empty. @throws AppError VALIDATION_FAILED */
  text(name: string): string | undefined {
    const value = this.members[name];
    if (!this.has(name) || value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') throw invalidField(name, '应为文本');
    return value;
  }

  /** A list of objects; empty when it is missing. @throws AppError VALIDATION_FAILED */
  objects(name: string): Record<string, unknown>[] {
    const value = this.has(name) ? this.members[name] : undefined;
    if (value === null || value === undefined || value === '') return [];
    if (!Array.isArray(value)) throw invalidField(name, '应为列表');
    return value.map((item: unknown, index) => {
      if (typeof item === 'string') return { name: item };
      if (typeof item !== 'object' || item === null || Array.isArray(item)) throw invalidField(name, `第 ${index + 1} 个应为对象`);
      return item as Record<string, unknown>;
    });
  }

  /** A member that is one object; undefined when it is missing. */
  object(name: string): Record<string, unknown> | undefined {
    const value = this.has(name) ? this.members[name] : undefined;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  }
}

/** A text of an object; undefined when it is none or empty. */
export const textIn = (object: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
