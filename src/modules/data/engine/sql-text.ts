/** A text as SQL has it. */
export const quotedText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A name as SQL has it. Names of files are never put into a statement without this. */
export const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`;
