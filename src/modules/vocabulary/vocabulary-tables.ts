import article20 from './table/article20.json' with { type: 'json' };
import audience from './table/audience.json' with { type: 'json' };
import catalogClass from './table/catalog-class.json' with { type: 'json' };
import catalogItem from './table/catalog-item.json' with { type: 'json' };
import dataGrade from './table/data-grade.json' with { type: 'json' };
import documentType from './table/document-type.json' with { type: 'json' };
import format from './table/format.json' with { type: 'json' };
import interpretForm from './table/interpret-form.json' with { type: 'json' };
import itemDataType from './table/item-data-type.json' with { type: 'json' };
import legislationType from './table/legislation-type.json' with { type: 'json' };
import licence from './table/licence.json' with { type: 'json' };
import nonDisclosureBasis from './table/non-disclosure-basis.json' with { type: 'json' };
import openness from './table/openness.json' with { type: 'json' };
import publicity from './table/publicity.json' with { type: 'json' };
import region from './table/region.json' with { type: 'json' };
import resourceFormat from './table/resource-format.json' with { type: 'json' };
import shareMode from './table/share-mode.json' with { type: 'json' };
import shareType from './table/share-type.json' with { type: 'json' };
import topic from './table/topic.json' with { type: 'json' };
import updateCycle from './table/update-cycle.json' with { type: 'json' };
import validity from './table/validity.json' with { type: 'json' };
import type { VocabularyTable } from './vocabulary-table.js';

const TABLES = {
  article20,
  audience,
  catalogClass,
  catalogItem,
  dataGrade,
  documentType,
  format,
  interpretForm,
  itemDataType,
  legislationType,
  licence,
  nonDisclosureBasis,
  openness,
  publicity,
  region,
  resourceFormat,
  shareMode,
  shareType,
  topic,
  updateCycle,
  validity,
};

/** Name of a code table, the same as the record field and search facet that use it. */
export type VocabularyName = keyof typeof TABLES;

/** The code tables that the program ships, by name. */
export const VOCABULARY_TABLES: Readonly<Record<VocabularyName, VocabularyTable>> = TABLES;
