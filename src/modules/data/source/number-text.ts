/** More digits than this tell nothing of a number that was calculated in binary. */
const CERTAIN_DIGITS = 15;
/** A number of so few digits was meant; one of more was calculated. */
const MEANT_DIGITS = 12;
const MOST_EXPONENT = 400;

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,5}))?$/i;

/**
 * A number of a spreadsheet as its shortest exact decimal text: `1.0` is 1, `1.38E10` is 13800000000, and 0.30000000000000004
 * is 0.3; whole numbers keep every digit. What is no number stays as it is. Pure.
 */
export function plainNumber(text: string): string {
  return isPlain(text) ? text : (shifted(text, 0) ?? text);
}

/** A number as percent: `0.125` is 12.5%. What is no number stays as it is. Pure. */
export function percentText(text: string): string {
  const number = shifted(text, 2);
  return number === undefined ? text : `${number}%`;
}

/** A short whole number, as most are. */
function isPlain(text: string): boolean {
  if (text.length > CERTAIN_DIGITS || text === '' || (text.length > 1 && text.charCodeAt(0) === 48)) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false;
  return true;
}

function shifted(text: string, places: number): string | undefined {
  const parts = NUMBER.exec(withoutNoise(text.trim()));
  if (!parts || (parts[2] === '' && !parts[3])) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const power = Number(exponent) + places;
  if (Math.abs(power) > MOST_EXPONENT) return undefined;
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const after = padded.slice(at).replace(/0+$/, '');
  const number = after === '' ? before : `${before}.${after}`;
  return sign === '-' && number !== '0' ? `-${number}` : number;
}

/** Takes away what binary arithmetic adds to a number of a few decimal places. */
function withoutNoise(text: string): string {
  if (text.length <= CERTAIN_DIGITS) return text;
  const mantissa = text.replace(/e.*$/i, '').replace(/^[+-]/, '');
  if (!mantissa.includes('.') || mantissa.replace('.', '').replace(/^0+/, '').length <= CERTAIN_DIGITS) return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const rounded = String(Number(number.toPrecision(CERTAIN_DIGITS)));
  const digits = rounded.replace(/e.*$/i, '').replace(/[-.]/g, '').replace(/^0+/, '').length;
  return digits <= MEANT_DIGITS ? rounded : String(number);
}
