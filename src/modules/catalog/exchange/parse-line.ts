import type { FieldError } from '../../kernel/app-error.js';
import { check, nearestName } from '../../kernel/field/index.js';
import { DatasetInput, DocumentInput } from '../record/record.input.js';
import type { Draft } from '../write/draft.js';

/** A line understood as a draft, or what is wrong with it. */
export type ParsedLine = { draft: Draft; errors?: undefined } | { draft?: undefined; identifier?: string; errors: FieldError[] };

type Fields = Record<string, unknown>;

/** Reads one line of the interchange format. Pure. */
export function parseLine(text: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { errors: [{ field: '', message: `不是有效的 JSON：${(error as Error).message}` }] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { errors: [{ field: '', message: '每行应为一个 JSON 对象' }] };
  const { kind, ...fields } = value as Fields;
  const identifier = typeof fields.identifier === 'string' ? fields.identifier : undefined;
  if (kind === 'dataset') return checked('dataset', DatasetInput, fields, identifier);
  if (kind === 'document') return checked('document', DocumentInput, withIssuers(fields), identifier);
  return { identifier, errors: [{ field: 'kind', message: kindFlaw(kind) }] };
}

function kindFlaw(kind: unknown): string {
  const near = typeof kind === 'string' ? nearestName(kind, ['dataset', 'document']) : undefined;
  return near ? `应为 dataset 或 document，是否指 ${near}` : '应为 dataset 或 document';
}

/** Several issuers may be joined by `、`. */
function withIssuers(fields: Fields): Fields {
  if (typeof fields.issuer !== 'string') return fields;
  const issuer = fields.issuer.split('、').map((name) => name.trim());
  return { ...fields, issuer: issuer.filter((name) => name !== '') };
}

function checked(
  kind: 'dataset' | 'document',
  type: typeof DatasetInput | typeof DocumentInput,
  fields: Fields,
  identifier: string | undefined,
): ParsedLine {
  const { instance, errors } = check<DatasetInput | DocumentInput>(type, fields);
  if (errors.length > 0) return { identifier, errors };
  return { draft: { kind, input: instance } as Draft };
}
