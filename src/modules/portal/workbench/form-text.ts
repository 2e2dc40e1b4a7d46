/** What a browser posts: texts, and lists of them where boxes share a name. */
export type Form = Record<string, unknown>;

/** A box of a form; null when nothing but spaces is in it. */
export function textOf(form: Form, name: string): string | null {
  const value = form[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Ticked boxes that share a name. */
export function ticksOf(form: Form, name: string): string[] {
  const value = form[name];
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '');
}

/** Names that stand in one box, separated as people do. */
export const namesOf = (form: Form, name: string): string[] =>
  (textOf(form, name) ?? '')
    .split(/[、，,;；\n]/)
    .map((item) => item.trim())
    .filter(Boolean);
