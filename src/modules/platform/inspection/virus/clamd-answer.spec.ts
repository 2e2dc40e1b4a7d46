import { expect, it } from 'vitest';
import { clamdPlace, verdictOf } from './clamd-answer.js';

it.each([
  ['stream: OK\0', { result: 'clean' }],
  ['stream: Eicar-Test-Signature FOUND\0', { result: 'infected', virus: 'Eicar-Test-Signature' }],
  ['stream: Win.Test.EICAR_HDB-1(abc:68) FOUND', { result: 'infected', virus: 'Win.Test.EICAR_HDB-1(abc:68)' }],
  ['INSTREAM size limit exceeded. ERROR\0', { result: 'tooLarge' }],
  ["stream: Can't allocate memory ERROR", { result: 'away', reason: expect.stringContaining('memory') }],
  ['', { result: 'away', reason: 'clamd 没有回答' }],
])('%j', (answer, verdict) => {
  expect(verdictOf(answer)).toEqual(verdict);
});

it.each([
  ['/run/clamd.sock', { path: '/run/clamd.sock' }],
  ['clamd:3310', { host: 'clamd', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
])('%s', (setting, place) => {
  expect(clamdPlace(setting)).toEqual(place);
});
