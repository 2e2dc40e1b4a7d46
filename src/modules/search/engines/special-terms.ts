import { storable } from './tsvector-literal.js';

/** PostgreSQL indexes no longer ones; values of records are shorter. */
const LONGEST_FACET_TERM = 500;

/** `@facet=value`, the form of a facet value in the column `facets` and among the terms of an entry. */
export function facetTerm(facet: string, value: string): string {
  return storable(`@${facet}=${value}`.slice(0, LONGEST_FACET_TERM));
}

/** The facet and the value of a facet term. */
export function parseFacetTerm(term: string): { facet: string; value: string } {
  const equals = term.indexOf('=');
  return { facet: term.slice(1, equals), value: term.slice(equals + 1) };
}

/** Identifiers are compared without regard to case and spaces. */
export function identifierKey(identifier: string): string {
  return identifier.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}

export function exactIdentifierTerm(identifier: string): string {
  return `#${identifierKey(identifier)}`;
}

/** The reversed identifier: a search for how a number ends becomes a search for how the term begins. */
export function reversedIdentifierTerm(identifier: string): string {
  return `~${[...identifierKey(identifier)].reverse().join('')}`;
}

/** Both terms under which an identifier is indexed. */
export function identifierTerms(identifier: string): string[] {
  return identifier === '' ? [] : [exactIdentifierTerm(identifier), reversedIdentifierTerm(identifier)];
}

/** Words that start like a special term would be mistaken for one. */
export function isSpecial(term: string): boolean {
  return term.startsWith('@') || term.startsWith('#') || term.startsWith('~');
}
