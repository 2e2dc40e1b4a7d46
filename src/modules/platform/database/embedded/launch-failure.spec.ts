import { describe, expect, it } from 'vitest';
import { classifyLaunchFailure } from './launch-failure.js';

describe('classifyLaunchFailure', () => {
  it.each([
    ['FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster (PID 7) running?', 'already-running'],
    ['FATAL:  lock file "postmaster.pid" is empty', 'already-running'],
    ['FATAL:  pre-existing shared memory block (key 655389, ID 5) is still in use', 'orphans'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
    ['FATAL:  could not create any TCP/IP sockets', 'port-taken'],
    ['FATAL:  could not access file "pg_wal": No space left on device', 'other'],
    ['', 'other'],
  ])('%s', (log, expected) => {
    expect(classifyLaunchFailure(log)).toBe(expected);
  });
});
