import { expect, it } from 'vitest';
import { AppError, type ErrorCode, invalidField } from '../../../kernel/app-error.js';
import { errorAnswer } from './error-answer.js';

const help = (action: string) => `https://x/${action}`;
const where = { fields: [{ field: 'fq', message: '错' }] };

it.each([
  [
    new AppError('NOT_FOUND', '没有。', { english: 'None.' }),
    'package_show',
    404,
    { __type: 'Not Found Error', message: 'Not found: 没有。' },
  ],
  [new AppError('GONE', '已撤回。'), 'package_show', 404, { __type: 'Not Found Error', message: 'Not found: 已撤回。' }],
  [new AppError('FORBIDDEN', '不行。'), 'package_create', 403, { __type: 'Authorization Error', message: 'Access denied: 不行。' }],
  [new AppError('UNAUTHENTICATED', '谁？'), 'package_create', 403, { __type: 'Authorization Error', message: 'Access denied: 谁？' }],
  [invalidField('rows', '应为整数'), 'package_search', 409, { __type: 'Validation Error', message: '应为整数。', rows: ['应为整数'] }],
  [new AppError('CONFLICT', '有了。', where), 'package_create', 409, { __type: 'Validation Error', message: '有了。', fq: ['错'] }],
  [
    new AppError('BAD_REQUEST', '错。', where),
    'package_search',
    400,
    { __type: 'Search Query Error', message: 'Search Query is invalid: 错。' },
  ],
  [new AppError('BAD_REQUEST', '错。', where), 'datastore_search', 409, { __type: 'Validation Error', message: '错。', fq: ['错'] }],
  [new AppError('UNAVAILABLE', '忙。'), 'package_search', 503, { __type: 'Internal Server Error', message: '忙。' }],
] as const)('%s', (error, action, status, reason) => {
  expect(errorAnswer(error, action, help, false)).toEqual({ status, body: { help: `https://x/${action}`, success: false, error: reason } });
});

it.each<[ErrorCode, string | undefined, number]>([
  ['BAD_REQUEST', 'package_show', 400],
  ['BAD_REQUEST', undefined, 400],
  ['NOT_FOUND', undefined, 404],
  ['METHOD_NOT_ALLOWED', 'package_show', 405],
  ['PAYLOAD_TOO_LARGE', 'package_create', 413],
])('%s of %s is a text', (code, action, status) => {
  expect(errorAnswer(new AppError(code, '错。', { english: 'Wrong.' }), action, help, true)).toEqual({
    status,
    body: 'Bad request - Wrong.',
  });
});
