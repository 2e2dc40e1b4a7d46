/** Path by which an export lays a stored file beside itself; an import takes it over, so that both name it alike. Pure. */
export function storedPath(sha256: string, given: string): string {
  const name = given.split(/[\\/]/).at(-1)!;
  return `files/${sha256.slice(0, 12)}/${/^\.*$/.test(name) ? 'file' : name}`;
}
