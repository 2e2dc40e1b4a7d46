const BASE = 'http://site.invalid';

/** The path of this site that a form names to come back to; `/` for anything that leads elsewhere. Pure. */
export function ownPath(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 4000) return '/';
  try {
    const url = new URL(to, BASE);
    return url.origin === BASE ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
}
