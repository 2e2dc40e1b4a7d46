import type { OpenAPIObject } from '@nestjs/swagger';
import type { Schemas } from './schema-example.js';

/**
 * Lists of answers are always there, if empty, while those of bodies may be left out; the list decorators of fields, whose
 * mark is the greatest length, say only the latter. What a body can hold is left as it is.
 */
export function requireListsOfAnswers(document: OpenAPIObject): void {
  const schemas = document.components!.schemas as Schemas;
  const operations = Object.values(document.paths).flatMap(
    (path) => Object.values(path) as { requestBody?: unknown; responses: unknown }[],
  );
  const sent = reachable(
    operations.map(({ requestBody }) => requestBody),
    schemas,
  );
  const answered = reachable(
    operations.map(({ responses }) => responses),
    schemas,
  );
  for (const name of answered) {
    const schema = schemas[name];
    if (!schema?.properties || sent.has(name)) continue;
    const lists = Object.entries(schema.properties).flatMap(([property, { type, maxItems }]) =>
      type === 'array' && maxItems !== undefined ? [property] : [],
    );
    const required = [...new Set([...(schema.required ?? []), ...lists])];
    if (required.length > 0) schema.required = required;
  }
}

/** Names of the schemas that some parts of a document name, directly or through others. */
function reachable(parts: readonly unknown[], schemas: Schemas): Set<string> {
  const names = new Set<string>();
  const open: unknown[] = [...parts];
  for (let part = open.pop(); open.length > 0 || part !== undefined; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    const name = '$ref' in part ? /^#\/components\/schemas\/(.+)$/.exec(String(part.$ref))?.[1] : undefined;
    if (name !== undefined && !names.has(name)) {
      names.add(name);
      open.push(schemas[name]);
    }
    open.push(...(Object.values(part) as unknown[]));
  }
  return names;
}
