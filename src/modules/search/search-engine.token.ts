/** Injection token of the engine that the entry point chose. */
export const SEARCH_ENGINE = Symbol('SearchEngine');
