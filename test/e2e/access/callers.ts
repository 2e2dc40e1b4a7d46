import request from 'supertest';
import { expect } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import {
  AccountRepository,
  AccountService,
  type Actor,
  ApiKeyService,
  type Grant,
  isPlatformRole,
  OPERATOR,
  type Operation,
  ROLES,
  SessionService,
} from '../../../src/modules/identity/index.js';
import type { TestApplication } from '../../support/test-application.js';

/** Whoever sends a request: an account of every role in department a, an account without any, a program. */
export interface Caller {
  name: string;
  actor: Actor;
  accountId?: string;
  key?: string;
}

/** Everybody, and what there is of the own department a and of another one, b. */
export interface Callers {
  callers: Caller[];
  own: Record<string, string>;
  other: Record<string, string>;
}

const SCOPES: Operation[] = ['gateWord.read', 'submission.read'];

/** Opens two departments with a draft, an account and a key each, and an account for every role in department a. */
export async function openCallers(running: TestApplication): Promise<Callers> {
  const { app } = running;
  const accounts = app.get(AccountService);
  const openAccount = async (name: string, grants: Grant[]): Promise<string> => {
    await accounts.create({ name, personName: '测试' }, OPERATOR);
    for (const grant of grants) await accounts.grant(name, grant, OPERATOR);
    return (await app.get(AccountRepository).byName(name))!.id;
  };
  await app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  const callers: Caller[] = [];
  for (const role of [...ROLES, 'none'] as const) {
    const grants = role === 'none' ? [] : [{ role, department: isPlatformRole(role) ? null : 'a' }];
    const name = `x.${role.toLowerCase()}`;
    const accountId = await openAccount(name, grants);
    callers.push({ name: role, accountId, actor: { kind: 'account', name, participant: `account:${accountId}`, grants } });
  }
  const keys = app.get(ApiKeyService);
  const grants = ROLES.filter((role) => !isPlatformRole(role)).map((role) => ({ role, department: 'a' }));
  const key = await keys.create({ name: 'program', scopes: SCOPES, department: 'a' }, OPERATOR);
  callers.push({ name: 'key', key, actor: { kind: 'key', name: 'key:program', participant: 'key', scopes: SCOPES, grants } });
  const belongings = async (department: string, issuer: string): Promise<Record<string, string>> => {
    await openAccount(`target.${department}`, [{ role: 'editor', department }]);
    await keys.create({ name: `key-${department}`, scopes: ['submission.read'], department }, OPERATOR);
    const writer = await keys.create({ name: `writer-${department}`, scopes: ['submission.write'], department }, OPERATOR);
    const { body } = await request(app.getHttpServer())
      .post('/api/v1/submissions')
      .set('Authorization', `Bearer ${writer}`)
      .send({ document: { identifier: `draft-${department}`, title: '关于开放的通知', issuer: [issuer] } })
      .expect(201);
    const { id } = body as { id: string };
    const manager = await keys.create({ name: `manager-${department}`, scopes: ['webhook.manage'], department }, OPERATOR);
    const registered = await request(app.getHttpServer())
      .post('/api/v1/webhooks')
      .set('Authorization', `Bearer ${manager}`)
      .send({ address: 'https://example.org/hook' })
      .expect(201);
    const { id: webhook } = registered.body as { id: string };
    const asked = await request(app.getHttpServer())
      .post('/api/v1/feedback')
      .send({ title: '开放时间', text: '想知道窗口的开放时间和地点', department })
      .expect(201);
    const feedback = (asked.body as { number: string }).number.split('-')[2]!;
    // What the desk was told of it would be read by the tests of reading.
    await running.query('DELETE FROM notice');
    return { webhook, feedback, code: department, identifier: 'not-there', id, account: `target.${department}`, key: `key-${department}` };
  };
  const own = await belongings('a', '甲局');
  expect(own.id).toBeDefined();
  return { callers, own, other: await belongings('b', '乙局') };
}

/** What a caller sends along: the key, or a session of this very request, so that no call ends the session of the next. */
export async function tokenOf(running: TestApplication, { key, accountId }: Caller): Promise<string> {
  if (key) return key;
  const how = { kind: 'api', address: null, method: 'oidc', secondFactor: true } as const;
  return (await running.app.get(SessionService).open(accountId!, how)).token;
}

/** What no refused request may change. */
export async function stateOf(running: TestApplication): Promise<string> {
  const tables = [
    'account',
    'account_role',
    'api_key',
    'submission',
    'submission_step',
    'department',
    'record',
    'duty',
    'notice',
    'data_table',
    'data_version',
    'access_application',
    'feedback',
    'webhook',
  ];
  const more = ['gate_word', 'work_year', 'search_best_bet'];
  const rows = await Promise.all([...tables, ...more].map((table) => running.query(`SELECT * FROM ${table} ORDER BY 1, 2`)));
  return JSON.stringify(rows, (name, value: unknown) => (['last_used_at'].includes(name) ? undefined : value));
}
