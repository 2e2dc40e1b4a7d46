import type { FieldError } from '../app-error.js';

/** Deeper than any input of ours, and far from exhausting the stack of what walks it. */
const MOST_LEVELS = 32;

/** Names that class-transformer leaves out without a word, since every object has them: `constructor`, `toString`, `__proto__`. */
const isInherited = (name: string): boolean => name in Object.prototype;

/** What makes a value unfit for being looked at field by field: nesting without end, or names that would be lost in silence. */
export function flawsOfShape(value: object): FieldError[] {
  const open: { value: object; field: string; level: number }[] = [{ value, field: '', level: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: parent, field, level } = next;
    if (level > MOST_LEVELS) return [{ field: field.split(/[.[]/u, 1)[0]!, message: `嵌套超过 ${MOST_LEVELS} 层` }];
    for (const [name, child] of Object.entries(parent)) {
      const path = Array.isArray(parent) ? `${field}[${name}]` : field ? `${field}.${name}` : name;
      if (isInherited(name)) return [{ field: path, message: '没有这个字段' }];
      if (typeof child === 'object' && child !== null) open.push({ value: child as object, field: path, level: level + 1 });
    }
  }
  return [];
}
