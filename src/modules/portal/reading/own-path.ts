const BASE = 'http://site.invalid';

/** A path that no browser takes for the address of another site: it begins with one slash. Pure. */
export const ofThisSite = (path: string): string => (path.startsWith('/') ? `/${path.replace(/^[/\\]+/, '')}` : '/');

/** The path of this site that a form names to come back to; `/` for anything that leads elsewhere. Pure. */
export function ownPath(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 4000) return '/';
  try {
    const url = new URL(to, BASE);
    return url.origin === BASE ? ofThisSite(url.pathname + url.search) : '/';
  } catch {
    return '/';
  }
}
