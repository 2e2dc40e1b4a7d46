/** What somebody may have looked for at an address where nothing is: the last part, in words. Pure. */
export function wordsOfPath(path: string): string | undefined {
  const last = path.split('/').filter(Boolean).at(-1);
  if (!last) return undefined;
  const words = decoded(last)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[-_+.]+/g, ' ')
    .trim();
  return /[\p{Script=Han}a-z]{2,}/iu.test(words) && words.length <= 60 ? words : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
