import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const BASE = 'https://data.lanchuan.example';
const ALLOWED = 'https://www.lanchuan.example';
const PIECE = '/embed/disclosure.html';

let open: TestApplication;
let closed: TestApplication;
beforeAll(async () => {
  open = await createTestApplication({ embedHosts: 'www.lanchuan.example, https://*.gov.example', baseUrl: BASE });
  closed = await createTestApplication();
  for (const { app } of [open, closed]) {
    await app.init();
    await app.get(DepartmentService).register([{ code: 'slj', name: '澜川市水务局', region: '680700' }]);
  }
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

const get = ({ app }: TestApplication, address: string, headers: Record<string, string> = {}) =>
  request(app.getHttpServer()).get(address).set(headers);
const ancestorsOf = (policy: string | undefined) => /frame-ancestors ([^;]*)/.exec(policy ?? '')?.[1];

describe('frames', () => {
  it('are for the hosts of EMBED_HOSTS alone, on this address alone', async () => {
    const { headers } = await get(open, '/embed/disclosure').expect(200).expect('Content-Type', /html/);
    expect(ancestorsOf(headers['content-security-policy'])).toBe(
      'https://www.lanchuan.example http://www.lanchuan.example https://*.gov.example',
    );
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['content-security-policy']).toContain(`script-src 'self'`);
    const page = await get(open, '/disclosure').expect(200);
    expect(ancestorsOf(page.headers['content-security-policy'])).toBe(`'self'`);
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('are for nobody without the setting', async () => {
    const { headers } = await get(closed, '/embed/disclosure').expect(200);
    expect(ancestorsOf(headers['content-security-policy'])).toBe(`'none'`);
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('show errors to the same hosts', async () => {
    const { headers, text } = await get(open, '/embed/disclosure?department=nobody').expect(404);
    expect(ancestorsOf(headers['content-security-policy'])).toContain('https://www.lanchuan.example');
    expect(text).toContain('没有编号为“nobody”的部门');
    await get(open, '/embed/disclosure?block=other').expect(400);
    await get(open, '/embed/disclosure?block=rules&item=A20_01').expect(400);
  });
});

describe('pieces of HTML', () => {
  it('have no styles, no scripts, ids of our own and links to this site', async () => {
    const { text } = await get(open, `${PIECE}?department=slj`).expect(200);
    expect(text).toMatch(/^<section id="haozhao-disclosure-slj"/);
    expect(text).not.toMatch(/<(script|style|link|html|body)|style=|onclick/);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(4);
    expect(ids.every((id) => id!.startsWith('haozhao-'))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...text.matchAll(/<a href="([^"]*)" target="_top"/g)].map(([, href]) => href!);
    expect(links).toHaveLength([...text.matchAll(/<a /g)].length);
    expect(links.every((href) => href.startsWith(BASE))).toBe(true);
  });

  it('go to servers, which send no origin', async () => {
    const { headers } = await get(open, PIECE).expect(200);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    await get(open, PIECE, { 'If-None-Match': headers['etag']! }).expect(304);
    await get(closed, PIECE).expect(200);
  });

  it.each([ALLOWED, 'http://www.lanchuan.example', 'https://slj.gov.example'])('go to pages of %s', async (origin) => {
    const { headers } = await get(open, PIECE, { Origin: origin }).expect(200);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['vary']).toContain('Origin');
  });

  it.each([
    'https://evil.example',
    'https://gov.example',
    'http://slj.gov.example',
    'https://www.lanchuan.example.evil.example',
    'https://www.lanchuan.example:8443',
    'null',
  ])('do not go to pages of %s', async (origin) => {
    const { headers, text } = await get(open, PIECE, { Origin: origin }).expect(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(text).toContain('EMBED_HOSTS');
  });

  it('go to no page without the setting', async () => {
    const { headers } = await get(closed, PIECE, { Origin: ALLOWED }).expect(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});
