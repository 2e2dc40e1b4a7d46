/** A name of a column as the row language has it in quotes. Pure. */
export const quotedColumn = (name: string): string => `"${name.replaceAll('"', '""')}"`;
