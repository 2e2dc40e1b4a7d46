/** Injection token of the engine that the entry point chose. */
export const SEARCH_ENGINE = Symbol('SearchEngine');

/** Injection token of the vocabulary of that engine's index. */
export const LEXICON = Symbol('Lexicon');
