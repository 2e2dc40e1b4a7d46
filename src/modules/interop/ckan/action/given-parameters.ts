import { AppError } from '../../../kernel/app-error.js';

/** Parameters of an action as they came: a query, a JSON object, or a form, which may be JSON too; `isJson` when the body said so. Pure. @throws AppError BAD_REQUEST */
export function givenParameters(body: unknown, query: unknown, isJson = false): Record<string, unknown> {
  const given = typeof body === 'string' && !isJson ? ofText(body) : body;
  if (given === undefined) return query as Record<string, unknown>;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new AppError('BAD_REQUEST', '请求体应为 JSON 对象或表单。', { english: 'JSON Error: the body must be a JSON object or a form.' });
  return given as Record<string, unknown>;
}

function ofText(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (/^[{["]/.test(trimmed)) {
    try {
      return JSON.parse(trimmed) as unknown;
    } catch {
      throw new AppError('BAD_REQUEST', '请求体不是有效的 JSON。', { english: 'JSON Error: the body is not valid JSON.' });
    }
  }
  const found = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(trimmed)) {
    const known = found[name];
    found[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
  }
  return found;
}
