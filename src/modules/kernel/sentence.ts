/** A text that ends as a sentence does. Pure. */
export const sentence = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);
