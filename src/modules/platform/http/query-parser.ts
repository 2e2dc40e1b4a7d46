/**
 * Query parameters as sent: a name that comes once is a text, a repeated one a list. Brackets mean nothing,
 * and no name is dropped in silence, not even `__proto__`, so that whatever is unknown can be refused by name.
 */
export function parseQuery(text: string | null | undefined): Record<string, string | string[]> {
  const parameters = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(text ?? '')) {
    const known = parameters[name];
    parameters[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
  }
  return parameters;
}
