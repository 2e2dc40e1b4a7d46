/** 12345678 → 1,234.57万, for axes and labels. Pure. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e16) return value.toExponential(2);
  if (size !== 0 && size < 1e-4) return value.toExponential(1);
  const [scale, unit] = size >= 1e8 ? [1e8, '亿'] : size >= 1e4 ? [1e4, '万'] : [1, ''];
  const scaled = value / scale;
  return `${scaled.toLocaleString('en-US', { maximumFractionDigits: Math.abs(scaled) >= 1 ? 2 : 4 })}${unit}`;
}

/** A number in full, with thousands separators; text of a number that a double cannot hold keeps every digit. Pure. */
export function fullNumber(value: number | string): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '—';
    return Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6)
      ? String(value)
      : value.toLocaleString('en-US', { maximumFractionDigits: 6 });
  }
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  return whole === '' ? value : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** A finite number of a value, or nothing. Pure. */
export function finite(value: unknown): number | null {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
