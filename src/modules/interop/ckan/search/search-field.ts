import type { CountedFacet, DateField, TermField } from '../../../search/index.js';
import type { VocabularyName } from '../../../vocabulary/index.js';
import { identifierOfName } from '../package/package-name.js';
import type { SearchTerms } from './search-terms.js';

/** What a field of CKAN is called in our search, and how its values are. */
export type SearchField =
  | { by: 'term'; term: TermField; spellings: (text: string, terms: SearchTerms) => string[] }
  /** A title is found by how it begins too. */
  | { by: 'title' }
  | { by: 'date'; date: DateField }
  /** The same of everything that is published. */
  | { by: 'constant'; value: string };

const coded =
  (table: VocabularyName) =>
  (text: string, terms: SearchTerms): string[] => [terms.resolve(table, text)?.code ?? text];

const term = (name: TermField, spellings: (text: string, terms: SearchTerms) => string[] = (text) => [text]): SearchField => ({
  by: 'term',
  term: name,
  spellings,
});

const byName = (text: string) => [...new Set([text, identifierOfName(text)])];

/** Licences are indexed as they were given: every spelling of one counts. */
function licences(text: string, terms: SearchTerms): string[] {
  const code = terms.resolve('licence', text)?.code;
  const item = code === undefined ? undefined : terms.item('licence', code);
  return item ? [...new Set([text, item.code, item.label, ...(item.english ? [item.english] : []), ...item.aliases])] : [text];
}

const topics = (text: string, terms: SearchTerms) => [...new Set([...byName(text), ...coded('topic')(text, terms)])];
const formats = (text: string, terms: SearchTerms) => [terms.resolve('format', text)?.code ?? text.toLowerCase()];
const organization = term('department', byName);
const kind = term('kind');
const created: SearchField = { by: 'date', date: 'createdAt' };
const updated: SearchField = { by: 'date', date: 'updatedAt' };

/** Fields that `q`, `fq` and `facet.field` know, by the names that CKAN has for them. */
export const SEARCH_FIELDS: Readonly<Record<string, SearchField>> = {
  organization,
  owner_org: organization,
  groups: term('topic', topics),
  tags: term('keyword'),
  keywords: term('keyword'),
  res_format: term('format', formats),
  format: term('format', formats),
  license_id: term('license', licences),
  license: term('license', licences),
  id: term('identifier', byName),
  name: term('identifier', byName),
  title: { by: 'title' },
  title_string: { by: 'title' },
  type: kind,
  dataset_type: kind,
  region: term('region', coded('region')),
  year: term('year'),
  openness: term('openness', coded('openness')),
  share_type: term('shareType', coded('shareType')),
  frequency: term('updateCycle', coded('updateCycle')),
  update_cycle: term('updateCycle', coded('updateCycle')),
  validity: term('validity', coded('validity')),
  document_type: term('documentType', coded('documentType')),
  metadata_created: created,
  metadata_modified: updated,
  issued: { by: 'date', date: 'publishedOn' },
  modified: { by: 'date', date: 'modifiedOn' },
  state: { by: 'constant', value: 'active' },
  capacity: { by: 'constant', value: 'public' },
  permission_labels: { by: 'constant', value: 'public' },
  private: { by: 'constant', value: 'false' },
  entity_type: { by: 'constant', value: 'package' },
};

/** The field of this name; `extras_x` is `x`. */
export function searchField(name: string): SearchField | undefined {
  const bare = name.replace(/^extras_/, '');
  return Object.hasOwn(SEARCH_FIELDS, bare) ? SEARCH_FIELDS[bare] : undefined;
}

/** What is counted for a facet of CKAN; undefined for one that is not counted here. */
export function facetOf(name: string): CountedFacet | undefined {
  const field = searchField(name);
  return field?.by === 'term' && field.term !== 'identifier' && field.term !== 'title' ? field.term : undefined;
}
