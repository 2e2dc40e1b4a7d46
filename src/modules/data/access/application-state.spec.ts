import { describe, expect, it } from 'vitest';
import {
  APPLICATION_STANDINGS,
  type ApplicationStanding,
  type ApplicationState,
  type ApplicationStep,
  decisive,
  flawOfExpiry,
  standingOn,
  stateAfter,
} from './application-state.js';

it.each<[ApplicationState, string | null, ApplicationStanding]>([
  ['waiting', null, 'waiting'],
  ['approved', '2026-05-07', 'expired'],
  ['approved', '2026-05-08', 'approved'],
  ['approved', '2026-05-09', 'approved'],
  ['revoked', '2026-05-01', 'revoked'],
  ['withdrawn', '2026-05-01', 'withdrawn'],
])('%s until %s stands as %s on 2026-05-08', (state, expiresOn, standing) => {
  expect(standingOn({ state, expiresOn }, '2026-05-08')).toBe(standing);
});

/** Every step that can be made; every other cannot. */
const POSSIBLE: [ApplicationStep, ApplicationStanding, ApplicationState][] = [
  ['approve', 'waiting', 'approved'],
  ['reject', 'waiting', 'rejected'],
  ['revoke', 'approved', 'revoked'],
  ['withdraw', 'waiting', 'withdrawn'],
  ['withdraw', 'approved', 'withdrawn'],
];

describe.each(['approve', 'reject', 'revoke', 'withdraw'] as const)('%s', (step) => {
  it.each(APPLICATION_STANDINGS)('from %s', (standing) => {
    expect(stateAfter(step, standing)).toBe(POSSIBLE.find(([of, from]) => of === step && from === standing)?.[2]);
  });
});

it.each([
  ['2026-05-08', true],
  ['2029-05-08', true],
  ['2029-05-09', false],
  ['2026-05-07', false],
  ['2026-06', false],
])('a grant of 2026-05-08 may last until %s: %s', (expiresOn, fits) => {
  expect(flawOfExpiry(expiresOn, '2026-05-08') === undefined).toBe(fits);
});

it('a grant counts before whatever was applied for later, and the last before those that ended', () => {
  const row = (id: string, state: ApplicationState, expiresOn: string | null = null) => ({ id, state, expiresOn });
  const today = '2026-05-08';
  expect(decisive([], today)).toBeUndefined();
  expect(decisive([row('9', 'approved', '2026-06-01'), row('10', 'waiting')], today)?.id).toBe('9');
  expect(decisive([row('9', 'approved', '2026-04-01'), row('10', 'waiting')], today)?.id).toBe('10');
  expect(decisive([row('9', 'rejected'), row('10', 'revoked')], today)?.id).toBe('10');
});
