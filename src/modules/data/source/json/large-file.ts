/** Files up to this size are looked through whole for their keys before the first row is given. */
const READ_TWICE_UP_TO = 200 * 1024 ** 2;

/** Whether looking through the whole of a file for keys takes too long. Pure. */
export const isLarge = (bytes: number): boolean => bytes > READ_TWICE_UP_TO;
