/** Characters that Elasticsearch keeps for itself in completions. */
const RESERVED = ['\u0000', '\u001e', '\u001f'];

/** A text as a completion may hold it. */
export function completable(text: string): string {
  return RESERVED.reduce((left, character) => left.replaceAll(character, ''), text).toWellFormed();
}
