import type { FactName } from '../facts.js';

/** The words that a vocabulary has for facts; what it has none for is left out. */
export type Column = Partial<Record<FactName, string>>;
