import { applyDecorators } from '@nestjs/common';
import { Field, Float, ID, Int } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsCleanText } from './clean-text.js';
import { IsPartialDate } from './partial-date.constraint.js';

/** What every field decorator takes: it becomes the GraphQL, OpenAPI and validation description at once. */
export interface FieldOptions {
  description: string;
  example?: unknown;
  /** Absent and null are allowed; GraphQL nullable, OpenAPI not required. */
  optional?: boolean;
  /** What an absent value means, for the documentation. */
  absent?: unknown;
}

interface TextOptions extends FieldOptions {
  /** Most characters; 2,000 unless told. */
  max?: number;
  min?: number;
  pattern?: RegExp;
  format?: string;
  /** Line breaks and tabs are kept; a title has none. */
  multiline?: boolean;
}

const required = (options: FieldOptions) => (options.optional ? [IsOptional()] : []);
const property = (options: FieldOptions) => ({
  description: options.description,
  required: !options.optional,
  ...(options.optional ? { nullable: true } : {}),
  ...(options.example === undefined ? {} : { example: options.example }),
  ...(options.absent === undefined ? {} : { default: options.absent }),
});
const shown = (options: FieldOptions) => ({ nullable: options.optional ?? false, description: options.description });

/** Spellings such as `2023年 05月 08日`. */
const LONGEST_DATE = 40;

const LINE_BREAKS = /\s*[\r\n\t\u2028\u2029]+\s*/gu;

/**
 * Evens out the typing differences nobody means: outer spaces, composed forms, line breaks in a text of one line; control
 * characters are refused, not dropped. What is too long as it came stays so: thousands of spaces are no short text.
 */
function tidy(value: unknown, max: number, multiline = false): unknown {
  if (typeof value !== 'string' || (value.length > max && [...value].length > max)) return value;
  const text = value.trim().normalize('NFC');
  return multiline ? text : text.replace(LINE_BREAKS, ' ');
}

const trimmed = (max: number) => Transform(({ value }: { value: unknown }) => tidy(value, max));

/** A text of at most `max` characters. */
export function Text(options: TextOptions): PropertyDecorator {
  const max = options.max ?? 2000;
  return applyDecorators(
    Field(() => String, shown(options)),
    ApiProperty({
      ...property(options),
      type: String,
      minLength: options.min,
      maxLength: max,
      format: options.format,
      pattern: options.pattern?.source,
    }),
    Transform(({ value }: { value: unknown }) => tidy(value, max, options.multiline)),
    ...required(options),
    IsString({ message: '应为文本' }),
    IsCleanText(),
    MaxLength(max, { message: `最多 ${max} 个字` }),
    ...(options.min ? [MinLength(options.min, { message: options.min === 1 ? '不能为空' : `至少 ${options.min} 个字` })] : []),
    ...(options.pattern
      ? [
          Matches(options.pattern, {
            message: `格式应为 ${typeof options.example === 'string' ? options.example : options.pattern.source}`,
          }),
        ]
      : []),
  );
}

/** A list of texts; absent means empty. */
export function TextList(options: TextOptions & { items?: number }): PropertyDecorator {
  const max = options.max ?? 200;
  const most = options.items ?? 100;
  return applyDecorators(
    Field(() => [String], { description: options.description, nullable: false, defaultValue: [] }),
    ApiProperty({
      ...property({ ...options, optional: true }),
      nullable: false,
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: max },
      maxItems: most,
    }),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((item: unknown) => tidy(item, max)) : (value ?? []))),
    IsOptional(),
    IsArray({ message: '应为列表' }),
    ArrayMaxSize(most, { message: `最多 ${most} 项` }),
    IsString({ each: true, message: '每一项都应为文本' }),
    IsCleanText({ each: true }),
    MaxLength(max, { each: true, message: `每一项最多 ${max} 个字` }),
    MinLength(1, { each: true, message: '不能有空项' }),
  );
}

/** A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, kept at the precision given. */
export function DateText(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(() => String, shown(options)),
    ApiProperty({ ...property({ example: '2023-05-08', ...options }), type: String, pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }),
    trimmed(LONGEST_DATE),
    ...required(options),
    IsPartialDate(),
  );
}

/** One of a closed list of values. */
export function Choice(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  return applyDecorators(
    Field(() => String, shown(options)),
    ApiProperty({ ...property(options), type: String, enum: options.optional ? [...options.values, null] : [...options.values] }),
    ...required(options),
    IsIn(options.values, { message: `应为 ${options.values.join('、')} 之一` }),
  );
}

/** A whole number. */
export function Whole(options: FieldOptions & { min?: number; max?: number }): PropertyDecorator {
  const max = options.max ?? 2 ** 31 - 1;
  const min = options.min ?? 0;
  return applyDecorators(
    Field(() => Int, shown(options)),
    ApiProperty({ ...property(options), type: 'integer', minimum: min, maximum: max }),
    ...required(options),
    IsInt({ message: '应为整数' }),
    Min(min, { message: `不小于 ${min}` }),
    Max(max, { message: `不大于 ${max}` }),
  );
}

/** A number that may have a fraction or exceed 32 bits, such as a score or a size in bytes. */
export function Decimal(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(() => Float, shown(options)),
    ApiProperty({ ...property(options), type: Number }),
    ...required(options),
    IsNumber({}, { message: '应为数字' }),
  );
}

/** True or false. */
export function Flag(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(() => Boolean, shown(options)),
    ApiProperty({ ...property(options), type: Boolean }),
    ...required(options),
    IsBoolean({ message: '应为 true 或 false' }),
  );
}

/** The stable key by which a caller names a record. */
export function Key(options: FieldOptions & { max?: number }): PropertyDecorator {
  const max = options.max ?? 200;
  return applyDecorators(
    Field(() => ID, shown(options)),
    ApiProperty({ ...property(options), type: String, minLength: 1, maxLength: max }),
    trimmed(max),
    ...required(options),
    IsString({ message: '应为文本' }),
    IsCleanText(),
    MinLength(1, { message: '不能为空' }),
    MaxLength(max, { message: `最多 ${max} 个字符` }),
  );
}

type ClassOf = () => abstract new (...parameters: never[]) => object;

/** One nested object. */
export function Nested(type: ClassOf, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(type as never, shown(options)),
    ApiProperty({ ...property(options), type: () => type() }),
    ...required(options),
    IsObject({ message: '应为对象' }),
    ValidateNested(),
    Type(type),
  );
}

/** A list of nested objects; absent means empty. */
export function NestedList(type: ClassOf, options: FieldOptions & { items?: number }): PropertyDecorator {
  const most = options.items ?? 1000;
  return applyDecorators(
    Field(() => [(type as unknown as () => never)()], { description: options.description, defaultValue: [] }),
    ApiProperty({ ...property({ ...options, optional: true }), nullable: false, type: () => [type()], maxItems: most }),
    IsOptional(),
    IsArray({ message: '应为列表' }),
    ArrayMaxSize(most, { message: `最多 ${most} 项` }),
    ValidateNested({ each: true, message: '每一项都应为对象' }),
    Type(type),
    Transform(({ value }: { value: unknown }) => value ?? []),
  );
}
