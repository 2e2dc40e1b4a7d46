/**
 * Series colours after Okabe and Ito, which people with colour-blindness tell apart.
 * Each has a contrast of at least 3 on white and on the dark page, so that one drawing serves both.
 */
export const SERIES = ['#2f7fc1', '#d55e00', '#008f68', '#b8609a', '#8a7a00', '#7468c8', '#b5524a', '#6f7d8c'] as const;

/** Shades from few to many, and the ink that is read on each. */
export const SHADES = [
  { fill: '#dcebf8', ink: '#1b2430' },
  { fill: '#a9cbea', ink: '#1b2430' },
  { fill: '#6fa8dc', ink: '#1b2430' },
  { fill: '#2f75b5', ink: '#ffffff' },
  { fill: '#154a80', ink: '#ffffff' },
] as const;

export const PAGE_LIGHT = '#ffffff';
export const PAGE_DARK = '#14181e';
export const INK_LIGHT = '#1b2430';
export const INK_DARK = '#e7ebf0';

/** Within an attribute in double quotes. */
export const FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
