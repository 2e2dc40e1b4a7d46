/** Lexemes longer than this are refused by PostgreSQL (2046 bytes); a character takes up to four. */
const LONGEST_LEXEME = 500;
/** Positions are capped at 16383, and at 255 for one lexeme. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;

export type Weight = 'A' | 'B' | 'C' | 'D';

/** Text that PostgreSQL can store: no NUL, no half of a surrogate pair. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}

/** One lexeme as a quoted literal of `tsvector` and `tsquery` alike. */
export function quoteLexeme(lexeme: string): string {
  const short = lexeme.length > LONGEST_LEXEME ? lexeme.slice(0, LONGEST_LEXEME) : lexeme;
  return `'${storable(short).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** A `tsvector` literal without positions. */
export function termsLiteral(terms: Iterable<string>): string {
  const unique = new Set<string>();
  for (const term of terms) if (storable(term) !== '') unique.add(quoteLexeme(term));
  return [...unique].join(' ');
}

/** A `tsvector` literal whose positions carry the weight of the field each token stands in. */
export function weightedLiteral(fields: { weight: Weight; tokens: string[] }[]): string {
  const positions = new Map<string, string[]>();
  let position = 0;
  for (const { weight, tokens } of fields) {
    for (const token of tokens) {
      if (storable(token) === '') continue;
      position = Math.min(position + 1, LAST_POSITION);
      const lexeme = quoteLexeme(token);
      const seen = positions.get(lexeme);
      if (!seen) positions.set(lexeme, [`${position}${weight}`]);
      else if (seen.length < MOST_POSITIONS) seen.push(`${position}${weight}`);
    }
  }
  return [...positions].map(([lexeme, seen]) => `${lexeme}:${seen.join(',')}`).join(' ');
}
