import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { REST_ALONE, TWINS } from './correspondence.js';
import { type Endpoint, restOperations, rootFields } from './endpoints.js';

let running: TestApplication;
let rest: Map<string, Endpoint>;
let fields: Map<string, Endpoint>;
const schema = buildSchema(readFileSync(new URL('../../../src/graphql/schema.graphql', import.meta.url), 'utf8'));
const byName = (endpoints: Endpoint[]) => new Map(endpoints.map((endpoint) => [endpoint.name, endpoint]));

beforeAll(async () => {
  running = await createTestApplication();
  rest = byName(restOperations(running));
  fields = byName(rootFields(running));
});
afterAll(() => running.close());

it('finds both surfaces and the table', () => {
  expect(rest.size).toBeGreaterThan(70);
  expect(fields.size).toBeGreaterThan(45);
  expect(TWINS.length + REST_ALONE.length).toBeGreaterThan(70);
  expect(rest.get('POST /api/v1/submissions/{id}/review')).toMatchObject({ access: 'submission.review', idempotent: true });
});

it('every REST operation has its twin in GraphQL, or a reason why not', () => {
  const named = [...TWINS, ...REST_ALONE].map(([operation]) => operation);
  expect(named.filter((operation, index) => named.indexOf(operation) !== index)).toEqual([]);
  expect([...rest.keys()].filter((operation) => !named.includes(operation))).toEqual([]);
  expect(named.filter((operation) => !rest.has(operation))).toEqual([]);
  expect(REST_ALONE.length).toBeLessThanOrEqual(23);
});

it('every field of Query and Mutation is somebody’s twin', () => {
  const named = new Set(TWINS.map(([, field]) => field));
  expect([...fields.keys()].filter((field) => !named.has(field))).toEqual([]);
});

it('twins ask for the same right and take the same Idempotency-Key', () => {
  for (const [operation, name] of TWINS) {
    const [type, field] = name.split('.');
    if (field) {
      const parent = schema.getType(type!);
      expect(isObjectType(parent) || isInterfaceType(parent) ? Object.keys(parent.getFields()) : [], name).toContain(field);
      continue;
    }
    const { access, idempotent } = rest.get(operation)!;
    expect(fields.get(name), `${operation} ↔ ${name}`).toMatchObject({ access, idempotent });
  }
});

it('what changes something takes an Idempotency-Key, unless the answer is a secret, the body a file, or doing it again changes nothing', () => {
  const without = [...rest.values()].filter(({ name, idempotent }) => !name.startsWith('GET') && !idempotent).map(({ name }) => name);
  expect(without.filter((name) => !name.includes('/sessions')).sort()).toEqual([
    'POST /api/v1/accounts',
    'POST /api/v1/accounts/{name}/password-reset',
    'POST /api/v1/data-keys',
    'POST /api/v1/feedback',
    'POST /api/v1/files',
    'POST /api/v1/keys',
    'POST /api/v1/keys/{name}/rotation',
    'POST /api/v1/records/{identifier}/feedback',
    'POST /api/v1/search/clicks',
    'POST /api/v1/submissions/spreadsheet',
    'POST /api/v1/subscriptions',
    'POST /api/v1/subscriptions/cancellation',
    'POST /api/v1/subscriptions/confirmation',
    'POST /api/v1/webhooks',
  ]);
});
