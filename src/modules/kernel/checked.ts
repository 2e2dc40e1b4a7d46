/** Outcome of reading one field: the normal form, or a Chinese reason that says what is wrong and what to do. */
export type Checked<T = string> = { ok: true; value: T } | { ok: false; reason: string };

export const accept = <T>(value: T): Checked<T> => ({ ok: true, value });

export const refuse = (reason: string): { ok: false; reason: string } => ({ ok: false, reason });
