/** An instant as CKAN writes it: UTC without a zone, with microseconds. Pure. */
export const naiveInstant = (iso: string): string => `${new Date(iso).toISOString().slice(0, -1)}000`;
