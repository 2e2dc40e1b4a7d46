import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLInputType, type GraphQLObjectType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOperation, type Operation } from '../../../src/modules/identity/index.js';
import { denialOf } from '../../../src/modules/identity/policy/policy.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Callers, openCallers, stateOf, tokenOf } from './callers.js';
import { TWINS } from './correspondence.js';
import { restOperations } from './endpoints.js';

type Values = Record<string, string>;

const schema = buildSchema(readFileSync(new URL('../../../src/graphql/schema.graphql', import.meta.url), 'utf8'));
const fieldsOf = (root: GraphQLObjectType) => Object.values(root.getFields());
const queries = fieldsOf(schema.getQueryType()!);
const mutations = fieldsOf(schema.getMutationType()!);
type RootField = (typeof queries)[number];

let running: TestApplication;
let everybody: Callers;
/** What each field needs, by the table and the route that it is the twin of, not by what it says of itself. */
let needed: Map<string, unknown>;

beforeAll(async () => {
  running = await createTestApplication();
  everybody = await openCallers(running);
  const access = new Map(restOperations(running).map((operation) => [operation.name, operation.access]));
  needed = new Map(TWINS.map(([rest, field]) => [field, access.get(rest)]));
}, 120_000);
afterAll(() => running.close());

/** The least that a type of an argument asks for, with a known value where the name tells which. */
function leastOf(name: string, type: GraphQLInputType, values: Values): string {
  if (isNonNullType(type)) return leastOf(name, type.ofType, values);
  if (isListType(type)) return '[]';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    return `{ ${fields.map((field) => `${field.name}: ${leastOf(field.name, field.type, values)}`).join(', ')} }`;
  }
  if (['Int', 'Float'].includes(type.name)) return '1';
  return type.name === 'Boolean' ? 'true' : JSON.stringify(values[name] ?? values['']);
}

function askFor({ name, args }: RootField, root: 'query' | 'mutation', values: Values): string {
  const given = args
    .filter(({ type }) => isNonNullType(type))
    .map((argument) => `${argument.name}: ${leastOf(argument.name, argument.type, values)}`);
  return `${root} { ${name}${given.length > 0 ? `(${given.join(', ')})` : ''} { __typename } }`;
}

/** The code of the first error; undefined when there is an answer. */
async function codeOf(query: string, token?: string): Promise<string | undefined> {
  const sent = request(running.app.getHttpServer()).post('/graphql').send({ query });
  if (token) void sent.set('Authorization', `Bearer ${token}`);
  const { body, status } = await sent;
  expect(status, query).toBeLessThan(500);
  return (body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
}

function operationOf(name: string): Operation | undefined {
  const access = needed.get(name);
  return typeof access === 'string' && isOperation(access) ? access : undefined;
}

/** Values that would do something, were they let through. */
const effective = (own: Values): Values => ({
  '': 'x',
  id: own['id']!,
  code: 'a',
  account: own['account']!,
  role: 'secrecyReviewer',
  department: 'a',
  severity: 'block',
  result: '已核对',
  decision: 'return',
  word: '截止目前',
  address: 'https://example.org/hook',
  name: own['key']!,
});

describe.each([
  ['query', queries],
  ['mutation', mutations],
] as const)('every %s', (root, fields) => {
  it.each(fields.map((field) => [field.name, field] as const))(
    '%s is refused exactly where the policy does, and changes nothing',
    async (name, field) => {
      const operation = operationOf(name);
      if (operation === undefined) {
        if (!FROM_ANYBODY.has(name)) expect(root, 'nothing that changes something is open').toBe('query');
        return;
      }
      const before = await stateOf(running);
      expect(await codeOf(askFor(field, root, effective(everybody.own)))).toBe('UNAUTHENTICATED');
      for (const caller of everybody.callers) {
        const token = await tokenOf(running, caller);
        if (denialOf(caller.actor, operation)) {
          expect(await codeOf(askFor(field, root, effective(everybody.own)), token), caller.name).toBe('FORBIDDEN');
          continue;
        }
        // Whoever may is asked with values that are refused for what they are, or that change nothing.
        const code = await codeOf(askFor(field, root, { '': '' }), token);
        const personal = caller.key && operation === 'self.manage' ? ['FORBIDDEN'] : [];
        const codes =
          root === 'query'
            ? ['NOT_FOUND', 'BAD_REQUEST', undefined]
            : ['NOT_FOUND', 'VALIDATION_FAILED', ...(HARMLESS.has(name) ? [undefined] : [])];
        expect([...codes, ...personal], `${caller.name}: ${code}`).toContain(code);
      }
      expect(await stateOf(running)).toBe(before);
    },
  );
});

/**
 * A developer's key is taken by anybody, given up and applied with by whoever holds it (test/e2e/data/data-keys.test.ts,
 * access.test.ts); anybody says something about a record, or asks for what is not there (test/e2e/feedback),
 * or subscribes a mailbox (test/e2e/subscription).
 */
const FROM_ANYBODY = new Set([
  ...['createDataKey', 'revokeDataKey', 'submitAccessApplication', 'submitFeedback', 'submitDemand'],
  ...['createSubscription', 'confirmSubscription', 'cancelSubscription'],
]);

/** With the least that they ask for, these change nothing that was not so before. */
const HARMLESS = new Set(['markNoticesRead', 'setNoticePreferences']);

it('lets nobody of a department touch what is of another, and changes nothing', async () => {
  const { other } = everybody;
  const values: Values = { ...effective(other), code: 'b', department: 'b', id: other['id']!, name: other['key']! };
  const places: [string, string][] = [
    ['submission', `{ submission(id: "${other['id']}") { content files { title } steps { action } } }`],
    [
      'saveSubmission',
      `mutation { saveSubmission(id: "${other['id']}", version: 1, input: { document: { identifier: "draft-b", title: "占用", issuer: ["甲局"] } }) { id } }`,
    ],
    ['webhook', `{ webhook(id: "${other['webhook']}") { address } }`],
    ...['replaceWebhook', 'removeWebhook', 'resumeWebhook'].map((name): [string, string] => [
      name,
      askFor(
        mutations.find((field) => field.name === name)!,
        'mutation',
        { ...values, id: other['webhook']! },
      ),
    ]),
    ['answerFeedback', `mutation { answerFeedback(id: "${other['feedback']}", input: { answer: "好", publish: false }) { id } }`],
    ['declineFeedback', `mutation { declineFeedback(id: "${other['feedback']}", input: { reason: "不" }) { id } }`],
    ['createWebhook', 'mutation { createWebhook(input: { address: "https://example.org/", department: "b" }) { id } }'],
    ['departmentBoard', '{ departmentBoard(department: "b") { published } }'],
    ...['submitSubmission', 'reviewSubmission', 'approveSubmission', 'discardSubmission', 'detachFile', 'rotateKey', 'revokeKey'].map(
      (name): [string, string] => [
        name,
        askFor(
          mutations.find((field) => field.name === name)!,
          'mutation',
          values,
        ),
      ],
    ),
    ['grantRole', 'mutation { grantRole(account: "target.b", input: { role: "approver", department: "b" }) { account } }'],
    ['revokeRole', 'mutation { revokeRole(account: "target.b", input: { role: "editor", department: "b" }) { account } }'],
    ['createKey', 'mutation { createKey(input: { name: "new", scopes: ["submission.read"], department: "b" }) { key } }'],
    [
      'createSubmission',
      'mutation { createSubmission(input: { department: "b", document: { identifier: "b-2", title: "占用", issuer: ["乙局"] } }) { id } }',
    ],
  ];
  const before = await stateOf(running);
  let refused = 0;
  for (const [name, query] of places)
    for (const caller of everybody.callers) {
      const ofDepartment = caller.actor.grants.every(({ department }) => department !== null);
      if (!ofDepartment || denialOf(caller.actor, operationOf(name)!)) continue;
      expect(['FORBIDDEN', 'NOT_FOUND'], `${caller.name} ${query}`).toContain(await codeOf(query, await tokenOf(running, caller)));
      refused += 1;
    }
  expect(refused).toBeGreaterThan(20);
  expect(await stateOf(running)).toBe(before);
});
