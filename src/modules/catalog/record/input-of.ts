import { fieldNames } from '../../kernel/field/index.js';
import type { RecordKind } from './record.entity.js';
import { DatasetInput, DocumentInput } from './record.input.js';

/** Content of a record by the names of its input. */
export type InputFields = Record<string, unknown>;

const NAMES = { dataset: DatasetInput, document: DocumentInput };

/** Of a record as it is read, everything its input has too: what a change of it starts from. Pure. */
export function inputOf(kind: RecordKind, record: object): InputFields {
  const fields = record as InputFields;
  const said = fieldNames(NAMES[kind]).filter((name) => fields[name] !== undefined && fields[name] !== null);
  return Object.fromEntries(said.map((name) => [name, fields[name]]));
}
