import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { AppError, type FieldError } from '../app-error.js';
import { nearestName } from './nearest-name.js';
import { flawsOfShape } from './shape.js';

type Constructor<T> = new () => T;

function path(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent ? `${parent}.${property}` : property;
}

function flatten(errors: ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path(parent, error.property);
    const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
      field,
      message: name === 'whitelistValidation' ? unknownField(error) : message,
    }));
    // One reason a field is enough: the first is about the type, the rest follow from it.
    return [...own.slice(0, 1), ...flatten(error.children ?? [], field)];
  });
}

function unknownField(error: ValidationError): string {
  const near = nearestName(error.property, fieldNames(error.target?.constructor));
  return near ? `没有这个字段，是否指 ${near}` : '没有这个字段';
}

/** Names of the fields that the decorators of a class describe. */
export function fieldNames(type: unknown): string[] {
  if (typeof type !== 'function') return [];
  const described = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(described.map(({ propertyName }) => propertyName))];
}

/** Field errors of `value` held against the decorators of `type`, and the instance made of it. */
export function check<T extends object>(type: Constructor<T>, value: unknown): { instance: T; errors: FieldError[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { instance: new type(), errors: [{ field: '', message: '应为一个 JSON 对象' }] };
  }
  const flaws = flawsOfShape(value);
  if (flaws.length > 0) return { instance: new type(), errors: flaws };
  const instance = plainToInstance(type, value, { exposeDefaultValues: true });
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: false,
  });
  return { instance, errors: flatten(errors) };
}

/** The instance, or an AppError that names every wrong field. */
export function validate<T extends object>(type: Constructor<T>, value: unknown): T {
  const { instance, errors } = check(type, value);
  if (errors.length > 0) throw invalid(errors);
  return instance;
}

/** The instance made of query parameters, or `BAD_REQUEST`; an unknown name is an error that tells the nearest known one. */
export function validateQuery<T extends object>(type: Constructor<T>, value: unknown, subject = '查询参数'): T {
  const { instance, errors } = check(type, value);
  if (errors.length === 0) return instance;
  const failure = invalid(errors);
  throw new AppError('BAD_REQUEST', failure.message.replace('输入', subject).replaceAll('没有这个字段', '没有这个参数'), {
    english: failure.details.english,
    fields: errors.map(({ field, message }) => ({ field, message: message.replace('没有这个字段', '没有这个参数') })),
  });
}

/** `VALIDATION_FAILED` with a sentence that names the first wrong fields. */
export function invalid(errors: FieldError[]): AppError {
  const named = errors.slice(0, 3).map(({ field, message }) => (field ? `${field}：${message}` : message));
  const more = errors.length > 3 ? `（另有 ${errors.length - 3} 处）` : '';
  return new AppError('VALIDATION_FAILED', `输入有误：${named.join('；')}${more}。`, {
    english: `The input is not valid: ${errors.map(({ field }) => field || '(body)').join(', ')}.`,
    fields: errors,
  });
}
