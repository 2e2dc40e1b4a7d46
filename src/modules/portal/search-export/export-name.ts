const LONGEST = 30;

/** Name of the file of a list of results, such as `搜索结果-公积金-2026-11-26.csv`. Pure. */
export function exportName(q: string, day: string, extension: string): string {
  const words = q.replace(/[\p{C}\p{Z}\\/:*?"<>|.]+/gu, ' ').trim();
  return `${['搜索结果', [...words].slice(0, LONGEST).join('').trim(), day].filter(Boolean).join('-')}.${extension}`;
}
