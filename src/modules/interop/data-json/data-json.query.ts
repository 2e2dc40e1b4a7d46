import { RECORD_KINDS, type RecordKind } from '../../catalog/index.js';
import { Choice } from '../../kernel/field/index.js';

/** What a whole dump may be narrowed to. */
export class DataJsonQuery {
  @Choice({ description: '只要一种记录', values: RECORD_KINDS, optional: true })
  kind?: RecordKind;
}
