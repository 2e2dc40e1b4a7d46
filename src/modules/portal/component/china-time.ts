/** An instant as people in China read it: to the minute, or with `medium` to the second. */
export const chinaTime = (at: Date | string, timeStyle: 'short' | 'medium' = 'short'): string => FORMATS[timeStyle].format(new Date(at));

const format = (timeStyle: 'short' | 'medium') =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle });
/** Made once: making one takes longer than using it. */
const FORMATS = { short: format('short'), medium: format('medium') };
