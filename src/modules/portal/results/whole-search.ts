import { validateQuery } from '../../kernel/field/index.js';
import { SearchInput } from '../../search/index.js';

/** The search of an address, from its first result to its last: which page of it somebody came from does not matter. @throws AppError BAD_REQUEST */
export const wholeSearch = (query: unknown): SearchInput =>
  validateQuery(SearchInput, { ...(query as object), cursor: undefined, limit: undefined, explain: undefined });
