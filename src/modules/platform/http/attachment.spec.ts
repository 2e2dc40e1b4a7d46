import express from 'express';
import request from 'supertest';
import { expect, it } from 'vitest';
import { asciiName, offerAs } from './attachment.js';

it.each([
  ['住房公积金-搜索结果-2026-11-26.csv', /^2026-11-26-[0-9a-f]{6}\.csv$/],
  ['义务教育法.xlsx', /^file-[0-9a-f]{6}\.xlsx$/],
  ['../a?b"c\r\n.csv', /^a-b-c-[0-9a-f]{6}\.csv$/],
  ['表', /^file-[0-9a-f]{6}$/],
])('%j is %s for programs of ASCII', (name, expected) => expect(asciiName(name)).toMatch(expected));

it('tells names apart', () => expect(asciiName('甲.csv')).not.toBe(asciiName('乙.csv')));

it.each([
  ['plain.csv', /^attachment; filename=plain\.csv$/],
  ['住房.csv', /^attachment; filename="file-[0-9a-f]{6}\.csv"; filename\*=UTF-8''%E4%BD%8F%E6%88%BF\.csv$/],
])('%s is offered with a name that every program can write', async (name, expected) => {
  const app = express().get('/', (_, response) => {
    offerAs(response, name);
    response.end();
  });
  const { headers } = await request(app).get('/');
  expect(headers['content-disposition']).toMatch(expected);
});
