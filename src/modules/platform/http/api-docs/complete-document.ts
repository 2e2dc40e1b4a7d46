import type { OpenAPIObject } from '@nestjs/swagger';
import { AppError, type ErrorCode } from '../../../kernel/app-error.js';
import { QUERY_MARK } from '../api-query.js';
import { problemOf, STATUS } from '../problem.js';
import { requireListsOfAnswers } from './require-lists.js';
import { exampleOf, type Schema, type Schemas } from './schema-example.js';

interface Content {
  schema?: Schema;
  example?: unknown;
}

interface ResponseObject {
  $ref?: string;
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Content>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Content> };
  responses: Record<string, ResponseObject>;
  security?: Record<string, string[]>[];
  [QUERY_MARK]?: string;
}

/** When each error that a route may answer comes, for readers of the documentation. */
const MEANINGS: Partial<Record<ErrorCode, string>> = {
  BAD_REQUEST: '地址、查询参数或请求体不能理解；errors 指出参数',
  UNAUTHENTICATED: '没有密钥或令牌，或已失效',
  FORBIDDEN: '没有所需的角色或权限，不是本部门的内容，或登录还差一步',
  NOT_FOUND: '没有这个标识符、编号或地址',
  METHOD_NOT_ALLOWED: '地址存在，但不支持该方法；可用的方法在 Allow 中',
  NOT_ACCEPTABLE: 'Accept 中没有 application/json',
  CONFLICT: '与现有内容冲突，例如标识符已被使用',
  GONE: '记录已撤回；detail 说明日期和原因',
  PRECONDITION_FAILED: 'If-Match 不是当前修订，记录已被他人修改',
  PAYLOAD_TOO_LARGE: '请求体过大',
  UNSUPPORTED_MEDIA_TYPE: '请求体不是这个地址所要的类型（一般为 JSON）',
  RANGE_NOT_SATISFIABLE: 'Range 所要的一段超出文件',
  VALIDATION_FAILED: '内容不符合要求；errors 逐个指出字段',
  PRECONDITION_REQUIRED: '缺少 If-Match',
  TOO_MANY_REQUESTS: '过于频繁，或账号因连续输错口令锁定；请按 Retry-After 重试',
  HEADERS_TOO_LARGE: '网址和请求头合计过长',
  INTERNAL: '系统内部错误，已记录',
  UNAVAILABLE: '暂时不可用，请按 Retry-After 重试',
};

const CODES = Object.keys(STATUS) as ErrorCode[];
const PROBLEM = 'application/problem+json';
const EVERYWHERE: ErrorCode[] = ['BAD_REQUEST', 'METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE', 'HEADERS_TOO_LARGE', 'INTERNAL'];
const WITH_BODY: ErrorCode[] = ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'];

/** What the decorators of routes cannot say: shared error answers, parameters of query classes, examples of whole bodies, JSON Schema's own `examples`. */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  const components = document.components!;
  const schemas = components.schemas as Schemas;
  Object.values(schemas).forEach(useExamples);
  requireListsOfAnswers(document);
  const queries = new Set<string>();
  for (const operation of operationsOf(document)) {
    const query = operation[QUERY_MARK];
    if (query) {
      queries.add(query);
      operation.parameters = [...(operation.parameters ?? []), ...parametersOf(schemas[query]!)];
    }
    delete operation[QUERY_MARK];
    completeOperation(operation, schemas);
  }
  for (const query of queries) delete schemas[query];
  components.responses = Object.fromEntries(
    CODES.filter((code) => MEANINGS[code]).map((code) => [nameOfError(code), errorResponse(code)]),
  ) as never;
  return document;
}

/** Every operation of a document, in its order. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
}

function completeOperation(operation: Operation, schemas: Schemas): void {
  operation.description ??= `${operation.summary}。`;
  if (operation.parameters?.length === 0) delete operation.parameters;
  // The list is that of the decorators, which every application of this process reads.
  if (operation.security) operation.security = [...operation.security, { bearer: [] }];
  const body = operation.requestBody?.content['application/json'];
  if (body?.schema) body.example = exampleOf(body.schema, schemas);
  for (const code of [...EVERYWHERE, ...(body ? WITH_BODY : [])]) operation.responses[STATUS[code]] ??= {};
  for (const [status, response] of Object.entries(operation.responses)) {
    const code = codeOf(Number(status));
    if (code) operation.responses[status] = { $ref: `#/components/responses/${nameOfError(code)}` };
    else completeAnswer(response, schemas);
  }
}

function completeAnswer(response: ResponseObject, schemas: Schemas): void {
  response.description ||= '成功';
  const answer = response.content?.['application/json'];
  if (answer?.schema) answer.example = exampleOf(answer.schema, schemas);
}

function parametersOf(schema: Schema): Parameter[] {
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...property }]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    description,
    schema: withoutNull(property),
  }));
}

/** A query parameter is absent, never null. */
function withoutNull(schema: Schema): Schema {
  const type = Array.isArray(schema.type) ? schema.type.filter((one) => one !== 'null') : schema.type;
  return {
    ...schema,
    ...(Array.isArray(type) && type.length === 1 ? { type: type[0] } : { type }),
    ...(schema.enum ? { enum: schema.enum.filter((value) => value !== null) } : {}),
  };
}

/** OpenAPI 3.1 schemas are JSON Schema, whose examples are a list. */
function useExamples(schema: Schema): void {
  if (schema.example !== undefined) {
    schema.examples = [schema.example];
    delete schema.example;
  }
  for (const part of [
    schema.items,
    ...Object.values(schema.properties ?? {}),
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
  ])
    if (part) useExamples(part);
}

const codeOf = (status: number): ErrorCode | undefined => CODES.find((code) => STATUS[code] === status);

/** BAD_REQUEST is BadRequest. */
const nameOfError = (code: ErrorCode): string => code.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

function errorResponse(code: ErrorCode): ResponseObject {
  const meaning = MEANINGS[code]!;
  const example = problemOf(new AppError(code, `${meaning.split('；')[0]}。`), 'b0c9b7de-5d0a-4a54-8a3a-0d8f5c4f2c11', false);
  return { description: meaning, content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' }, example } } };
}
