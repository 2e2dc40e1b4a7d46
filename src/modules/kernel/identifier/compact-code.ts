/** Half width, upper case, without the spaces and hyphens that people type into codes. */
export const compactCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-‐‑–—]/gu, '')
    .toUpperCase();
