const MARK = '\u200b';

/**
 * A text for ECharts, which remembers the widths of texts in a plain object by the text itself: `__proto__` would be written
 * into `Object.prototype`, for the whole process. A sign without width makes it another text; `unmarked` takes it out again.
 */
export const harmless = (text: string): string => (text in Object.prototype ? `${text}${MARK}` : text);

/** A drawing without those signs. */
export const unmarked = (svg: string): string => svg.replaceAll(MARK, '');
