/** An instant as people in China read it: to the minute, or with `medium` to the second. */
export const chinaTime = (at: Date | string, timeStyle: 'short' | 'medium' = 'short'): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle }).format(new Date(at));
