import type { estypes } from '@elastic/elasticsearch';
import type { AnalysedQuery, FacetFilter, IdentifierTerm } from '../../../query/analysed-query.js';
import { identifierKey } from '../../special-terms.js';
import { reversed } from '../index-document.js';

type Query = estypes.QueryDslQueryContainer;

/** No number is longer, and Elasticsearch refuses longer prefixes. */
const LONGEST_NUMBER = 200;
const TEXT_FIELDS = ['title', 'keywords', 'items', 'organizations', 'abstract', 'body', 'attachments'];

/** The record of an exact number, or of a number by how it ends. */
export function identifierQueries(identifiers: readonly IdentifierTerm[]): Query[] {
  return identifiers.flatMap(({ value, partial }): Query[] => {
    const key = identifierKey(value);
    if (key === '' || key.length > LONGEST_NUMBER) return [];
    if (!partial) return [{ term: { number: key } }];
    const ends = key.endsWith('号') ? [key] : [key, `${key}号`];
    return ends.map((end) => ({ prefix: { numberReversed: reversed(end) } }));
  });
}

/** Every phrase stands somewhere, word beside word. */
export function phraseFilters(phrases: readonly string[][]): Query[] {
  return phrases
    .filter(({ length }) => length > 0)
    .map((phrase) => ({
      bool: { should: TEXT_FIELDS.map((field): Query => ({ match_phrase: { [field]: phrase.join(' ') } })), minimum_should_match: 1 },
    }));
}

export function exclusions({ excluded }: AnalysedQuery): Query[] {
  return excluded.length === 0 ? [] : [{ terms: { vocabulary: [...excluded] } }];
}

export function facetFilter({ facet, values }: FacetFilter): Query {
  return { terms: { [`facet.${facet}`]: values } };
}
