import { ValidateBy, type ValidationOptions } from 'class-validator';

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/u;

/** Why a text cannot be stored or shown as it is; undefined when it can. PostgreSQL refuses NUL, XML the other controls. */
export function flawOfText(text: string): string | undefined {
  if (!text.isWellFormed()) return '含有残缺的字符（不成对的代理码元），请检查编码';
  const control = CONTROL.exec(text);
  if (control) return `第 ${control.index + 1} 个字符是控制字符，请删除`;
  return undefined;
}

/** Refuses control characters and unpaired surrogates. */
export function IsCleanText(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCleanText',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || flawOfText(value) === undefined,
        defaultMessage: (given) => {
          const values: unknown[] = Array.isArray(given?.value) ? (given.value as unknown[]) : [given?.value];
          return values.map((value) => (typeof value === 'string' ? flawOfText(value) : undefined)).find(Boolean) ?? '含有不能保存的字符';
        },
      },
    },
    options,
  );
}
