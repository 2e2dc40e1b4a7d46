/** Marks that turn the direction of what follows, and what cannot be seen: in code to copy they hide what it does. */
const DECEIVING = /[\p{Cc}\p{Cf}]/u;

/** A condition out of the values of a table, as it can stand in code to copy; undefined for one that reads otherwise than it is. Pure. */
export const plainExample = (condition: string | undefined): string | undefined =>
  condition === undefined || DECEIVING.test(condition) ? undefined : condition;
