import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { ConnectionGuard } from './connection-guard.js';

const gone = () => Promise.reject(new errors.ConnectionError('gone'));

describe('ConnectionGuard', () => {
  it('says that the server is away, and when to try again', async () => {
    await expect(new ConnectionGuard().run(gone)).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { retryAfter: 5 } });
  });

  it('spares a server that was away five times, and tries it again after a while', async () => {
    let now = 0;
    let asked = 0;
    const guard = new ConnectionGuard(() => now);
    const ask = () =>
      guard
        .run(() => {
          asked++;
          return gone();
        })
        .catch(() => undefined);
    for (let round = 0; round < 9; round++) await ask();
    expect(asked).toBe(5);
    now += 3_001;
    expect(await guard.run(() => Promise.resolve('back'))).toBe('back');
    await ask();
    expect(asked).toBe(6);
  });

  it('takes the smaller window of an index that is being replaced for passing', async () => {
    const cause = { type: 'illegal_argument_exception', reason: 'Result window is too large, from + size must be 10000 at most' };
    const answer = {
      statusCode: 400,
      body: { error: { type: 'search_phase_execution_exception', reason: 'failed', root_cause: [cause] } },
    };
    const refused = new errors.ResponseError({ ...answer, warnings: null, meta: {} as never });
    await expect(new ConnectionGuard().run(() => Promise.reject(refused))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('hides no mistake of our own', async () => {
    await expect(new ConnectionGuard().run(() => Promise.reject(new TypeError('ours')))).rejects.toBeInstanceOf(TypeError);
  });
});
