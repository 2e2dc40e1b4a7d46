import { describe, expect, it } from 'vitest';
import { isServerCommand, parsePostmasterPid, servesCluster } from './postmaster-pid.js';

const complete = ['4711', '/data/政务 目录/postgres/data', '1784000000', '54321', '', '127.0.0.1', '  123456   7', 'ready   ', ''];
const changed = (line: number, text: string) => complete.map((value, index) => (index === line ? text : value)).join('\n');

describe('parsePostmasterPid', () => {
  it.each([
    ['ready', complete.join('\n'), { pid: 4711, port: 54321, ready: true }],
    ['starting', changed(7, 'starting'), { pid: 4711, port: 54321, ready: false }],
    ['stopping', changed(7, 'stopping'), { pid: 4711, port: 54321, ready: false }],
    ['just created', '4711\n/data\n', { pid: 4711, port: 0, ready: false }],
    ['empty', '', undefined],
    ['garbage', 'no pid\n', undefined],
    ['negative pid of a standalone backend', '-4711\n/data\n', undefined],
  ])('%s', (_, text, expected) => {
    expect(parsePostmasterPid(text)).toEqual(expected);
  });
});

describe('servesCluster', () => {
  it('does not take a living stranger for the server', () => {
    expect(servesCluster(process.pid, '/nowhere/postgres/data')).toBe(false);
  });
});

describe('isServerCommand', () => {
  it.each([
    ['/app/bin/postgres -D /data 目录/postgres/data -p 5 -c jit=off', true],
    ['/app/bin/postgres -D /data 目录/postgres/data2 -p 5', false],
    ['/app/bin/postgres -D /copy/postgres/data -p 5', false],
    ['postgres: checkpointer ', false],
    ['less /data 目录/postgres/data', false],
    ['', false],
  ])('%s', (command, expected) => {
    expect(isServerCommand(command, '/data 目录/postgres/data')).toBe(expected);
  });
});
