/** Formats (codes of the vocabulary's format table) whose files become tables. */
export const CONVERTIBLE = ['csv', 'tsv', 'xlsx', 'xls', 'et', 'ods', 'json', 'jsonl', 'geojson', 'parquet'] as const;

/** The format of an attached file that can become a table, by the name it came with or what it is declared to be. Pure. */
export function convertibleFormat({ path, format }: { path?: string | null; format?: string | null }): string | undefined {
  const extension = path?.split('.').at(-1)?.toLowerCase() ?? '';
  return EXTENSIONS[extension] ?? EXTENSIONS[format?.toLowerCase() ?? ''];
}

const EXTENSIONS: Record<string, string | undefined> = {
  ...Object.fromEntries(CONVERTIBLE.map((format) => [format, format])),
  ndjson: 'jsonl',
};
