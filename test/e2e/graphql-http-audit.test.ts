import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

let running: TestApplication;
let url = '';
beforeAll(async () => {
  running = await createTestApplication();
  await running.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(running.app.getHttpServer().address() as AddressInfo).port}/graphql`;
});
afterAll(() => running.close());

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => url });

  it('is audited in full', () => {
    expect(audits.length).toBeGreaterThanOrEqual(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const { status, ...result } = await audit.fn();
    expect(status, JSON.stringify('reason' in result ? result.reason : '')).toBe('ok');
  });
});
