/** How a delimited text is written. */
export interface Dialect {
  delimiter: string;
  /** Quotes inside quotations are written with a backslash before them. */
  backslash: boolean;
}

const DELIMITERS = [',', '\t', ';', '|', '，'];

/** The likeliest dialect of the beginning of a file: the delimiter that parts the lines into the same number of several cells. Pure. */
export function sniffDialect(sample: string, format: string): Dialect {
  const backslash = /\\"/.test(sample) && !/""/.test(sample);
  const lines = outsideQuotations(sample)
    .split(/\r\n|\n|\r/)
    .slice(0, 200);
  let best = { delimiter: format === 'tsv' ? '\t' : ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.filter((line) => line.trim() !== '').map((line) => line.split(delimiter).length);
    const usual = mode(counts.filter((count) => count > 1));
    if (usual === undefined) continue;
    const score =
      (counts.filter((count) => count === usual).length / counts.length) * (1 + Math.log2(usual) / 10) * (delimiter === '，' ? 0.7 : 1);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, backslash };
}

/** The sample with what stands between quotes taken out: neither its delimiters nor its line ends count. */
function outsideQuotations(sample: string): string {
  return sample.replace(/(^|[,;\t|，\r\n])"(?:[^"]|"")*"/g, '$1');
}

function mode(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0];
}
