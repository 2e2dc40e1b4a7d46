import { Secret, TOTP } from 'otpauth';
import request from 'supertest';
import { AccountService, type Grant, OPERATOR } from '../../../src/modules/identity/index.js';
import type { TestApplication } from '../../support/test-application.js';

/** A person who has signed in by API: the token goes into `Authorization: Bearer`. */
export interface Person {
  name: string;
  password: string;
  token: string;
  /** Secret of the authenticator, for those whose role needs one. */
  secret?: string;
}

/** The code an authenticator shows, `steps` half-minutes from now. */
export function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
}

const OWN_PASSWORD = 'Quiet-river-stone-48';

/** Opens an account, gives it its roles, and goes through the first sign-in as a person would. */
export async function personWith(running: TestApplication, name: string, grants: Grant[]): Promise<Person> {
  const accounts = running.app.get(AccountService);
  const { password } = await accounts.create({ name, personName: '测试人员' }, OPERATOR);
  for (const grant of grants) await accounts.grant(name, grant, OPERATOR);
  return arriveByApi(running, name, password);
}

/** The first sign-in of a person with the password they were given. */
export async function arriveByApi(running: TestApplication, name: string, password: string): Promise<Person> {
  const api = request(running.app.getHttpServer());
  const first = await api.post('/api/v1/sessions').send({ name, password }).expect(201);
  let { token, pending } = first.body as { token: string; pending: string | null };
  if (pending === 'changePassword') {
    const changed = await api
      .put('/api/v1/sessions/current/password')
      .set('Authorization', `Bearer ${token}`)
      .send({ currentPassword: password, newPassword: OWN_PASSWORD })
      .expect(200);
    ({ token, pending } = changed.body as { token: string; pending: string | null });
  }
  if (pending !== 'enrol') return { name, password: OWN_PASSWORD, token };
  const proposal = await api.post('/api/v1/sessions/current/second-factor-proposal').set('Authorization', `Bearer ${token}`).expect(201);
  const { secret } = proposal.body as { secret: string };
  const enrolled = await api
    .put('/api/v1/sessions/current/second-factor')
    .set('Authorization', `Bearer ${token}`)
    .send({ secret, code: codeOf(secret) })
    .expect(200);
  return { name, password: OWN_PASSWORD, token: (enrolled.body as { token: string }).token, secret };
}
