import { Refusal } from './refusal.js';

/** The rule by which something is refused; undefined when it passes. */
export function refusalOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    throw error;
  }
}
