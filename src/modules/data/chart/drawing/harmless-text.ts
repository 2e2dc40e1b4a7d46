const MARK = '\u200b';

/**
 * Text for ECharts. It remembers the widths of texts in a plain object, by the text itself: the text `__proto__` would be answered with
 * `Object.prototype` and written to, for the whole process. A sign without width makes it another text; `unmarked` takes it out again.
 */
export const harmless = (text: string): string => (text in Object.prototype ? `${text}${MARK}` : text);

export const unmarked = (svg: string): string => svg.replaceAll(MARK, '');
