import { ConverterFactory, Locale } from 'opencc-js';

const convert = ConverterFactory(Locale.from.twp, Locale.to.cn);

/** Simplified form of a text, with the words of Taiwan made those of the mainland (資訊 → 信息); simplified text stays as it is. */
export function toSimplified(text: string): string {
  return convert(text);
}

/** The form in which texts are compared: NFKC, lower case, simplified. */
export function fold(text: string): string {
  return convert(text.toWellFormed().normalize('NFKC').toLowerCase());
}
