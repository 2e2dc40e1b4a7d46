/** Names that hold what was typed, those that begin with it first; no name twice. Pure. */
export function matchingNames(names: readonly string[], typed: string, most: number): string[] {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return [];
  const found = [...new Set(names)]
    .map((name) => ({ name, place: name.toLowerCase().indexOf(wanted) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place || a.name.length - b.name.length);
  return found.slice(0, most).map(({ name }) => name);
}
