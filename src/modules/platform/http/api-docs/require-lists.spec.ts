import type { OpenAPIObject } from '@nestjs/swagger';
import { expect, it } from 'vitest';
import { requireListsOfAnswers } from './require-lists.js';

const ref = (name: string) => ({ content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } });
const list = { type: 'array', items: { type: 'string' }, maxItems: 100 };

it('makes lists required where only answers have them', () => {
  const document = {
    paths: {
      '/a': {
        get: { responses: { 200: ref('Answer') } },
        post: { requestBody: ref('Input'), responses: { 201: ref('Both') } },
        put: { responses: {} },
      },
    },
    components: {
      schemas: {
        Answer: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'string' }, list, part: { $ref: '#/components/schemas/Part' } },
        },
        Part: { type: 'object', properties: { list, more: { type: 'array' }, whole: { $ref: '#/components/schemas/Answer' } } },
        Input: { type: 'object', properties: { list, both: { $ref: '#/components/schemas/Both' } } },
        Both: { type: 'object', properties: { list } },
        Nobody: { type: 'object', properties: { list } },
      },
    },
  } as unknown as OpenAPIObject;
  requireListsOfAnswers(document);
  const required = Object.entries(document.components!.schemas!).map(([name, schema]) => [
    name,
    (schema as { required?: string[] }).required,
  ]);
  expect(Object.fromEntries(required)).toEqual({
    Answer: ['id', 'list'],
    Part: ['list'],
    Input: undefined,
    Both: undefined,
    Nobody: undefined,
  });
});
