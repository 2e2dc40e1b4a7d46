import { describe, expect, it } from 'vitest';
import { Config, loadConfig } from './config.js';
import { describedSettings } from './setting.js';

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', sampleData: true, logLevel: 'info' });
  });

  it('reads numbers, switches and addresses', () => {
    const config = loadConfig({ PORT: '8080', SAMPLE_DATA: 'off', DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/x', PATH: '/bin' });
    expect(config).toMatchObject({ port: 8080, sampleData: false, databaseUrl: 'postgres://u:p@127.0.0.1:5432/x' });
  });

  it('treats an empty variable as unset', () => {
    const config = loadConfig({ PORT: '', DATABASE_URL: '' });
    expect([config.port, config.databaseUrl]).toEqual([3000, undefined]);
  });

  it.each([
    [{ PORT: 'abc' }, /PORT.*整数/],
    [{ PORT: '70000' }, /PORT.*0–65535/],
    [{ SAMPLE_DATA: 'maybe' }, /SAMPLE_DATA.*on 或 off/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ BASE_URL: 'example' }, /BASE_URL.*网址/],
  ])('names the wrong variable in %o', (environment, message) => {
    expect(() => loadConfig(environment)).toThrow(message);
  });

  it('keeps a password out of the message', () => {
    expect(() => loadConfig({ DATABASE_URL: 'mysql://u:secret@x/y' })).toThrow(/DATABASE_URL/);
    expect(() => loadConfig({ DATABASE_URL: 'mysql://u:secret@x/y' })).not.toThrow(/secret/);
  });

  it('describes every property of Config', () => {
    expect([...describedSettings().keys()]).toEqual(expect.arrayContaining(Object.keys(new Config())));
  });
});
