import { ValidateBy } from 'class-validator';
import { parsePartialDate } from '../date/index.js';

/** Accepts `YYYY`, `YYYY-MM` and `YYYY-MM-DD` of days that exist. */
export function IsPartialDate(): PropertyDecorator {
  const reasonFor = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return '应为文本，例如 2023-05-08';
    const parsed = parsePartialDate(value);
    return parsed.ok ? undefined : parsed.reason;
  };
  return ValidateBy({
    name: 'isPartialDate',
    validator: {
      validate: (value: unknown) => reasonFor(value) === undefined,
      defaultMessage: (given) => reasonFor(given?.value) ?? '日期无效',
    },
  });
}
