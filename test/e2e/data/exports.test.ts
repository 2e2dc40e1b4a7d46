import { DuckDBInstance } from '@duckdb/node-api';
import ExcelJS from 'exceljs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const CSV = `序号,名称,金额（万元）,日期,经度,纬度,是否,"a""b"\n1,"甲, <乙>\n&",1.50,2023-05-08,119.9,32.4,是,=1+1\n2,@丙,,,120.0,32.5,否,x\n3,-3,1234567.25,2023-12-31,,,是,y\n`;

let running: TestApplication;
let folder: string;
beforeAll(async () => {
  running = await createTestApplication();
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-export-'));
  await publishTables(running, [datasetWith('e', ['表.csv']), datasetWith('plain', ['无.csv'])], { '表.csv': CSV, '无.csv': 'a,b\n1,2\n' });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await running.close();
});

const URL = '/api/v1/datasets/e/tables/biao/exports';
const download = async (format: string, query: Record<string, string> = {}) => {
  const answer = await api(running)
    .get(`${URL}/${format}`)
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(answer.status).toBe(200);
  return { body: answer.body as Buffer, headers: answer.headers as Record<string, string> };
};

it('csv: with a mark for office software unless told otherwise, exact and quoted', async () => {
  const { body, headers } = await download('csv');
  expect(body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const text = body.subarray(3).toString();
  expect(text).toBe(
    '序号,名称,金额（万元）,日期,经度,纬度,是否,"a""b"\n1,"甲, <乙>\n&",1.50,2023-05-08,119.9,32.4,true,=1+1\n2,@丙,,,120.0,32.5,false,x\n3,-3,1234567.25,2023-12-31,,,true,y\n',
  );
  expect(headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'text/csv; charset=utf-8' });
  expect(headers['repr-digest']).toMatch(/^sha-256=:.+:$/);
  const { body: plain } = await download('csv', { bom: 'false', names: 'key', formulas: 'neutralize' });
  expect(plain.toString()).toContain('xu_hao,ming_cheng,jin_e_wan_yuan');
  expect(plain.toString()).toContain(`'=1+1`);
  expect(plain.toString()).toContain(`'@丙`);
});

it('answers ranges of a whole file, and 304 for one that is known', async () => {
  const { body, headers } = await download('csv');
  const part = await api(running).get(`${URL}/csv`).set('Range', 'bytes=3-8').expect(206);
  expect(Buffer.from(part.text)).toEqual(body.subarray(3, 9));
  await api(running).get(`${URL}/csv`).set('If-None-Match', headers.etag!).expect(304);
});

it('json, ndjson and geojson keep names, numbers and nothings', async () => {
  const rows = JSON.parse((await download('json')).body.toString()) as object[];
  expect(rows[0]).toEqual({
    序号: 1,
    名称: '甲, <乙>\n&',
    '金额（万元）': 1.5,
    日期: '2023-05-08',
    经度: 119.9,
    纬度: 32.4,
    是否: true,
    'a"b': '=1+1',
  });
  expect(rows[1]).toMatchObject({ '金额（万元）': null, 日期: null });
  const lines = (await download('ndjson', { where: '序号 > 1', select: '序号, 名称' })).body.toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { 序号: 2, 名称: '@丙' },
    { 序号: 3, 名称: '-3' },
  ]);
  const map = JSON.parse((await download('geojson')).body.toString()) as {
    type: string;
    features: { geometry: object; properties: object }[];
  };
  expect(map.type).toBe('FeatureCollection');
  expect(map.features[0]).toMatchObject({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [119.9, 32.4] },
    properties: { 序号: 1 },
  });
  expect(map.features[2]!.geometry).toBeNull();
  await api(running).get('/api/v1/datasets/plain/tables/wu/exports/geojson').expect(400);
});

it('xlsx opens with types, texts as they are and a frozen header', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await download('xlsx')).body as unknown as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  expect(sheet.rowCount).toBe(4);
  const values = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
  expect(values(1)).toEqual(['序号', '名称', '金额（万元）', '日期', '经度', '纬度', '是否', 'a"b']);
  expect(values(2)).toEqual([1, '甲, <乙>\n&', 1.5, new Date(Date.UTC(2023, 4, 8)), 119.9, 32.4, true, '=1+1']);
  expect(values(3)[1]).toBe('@丙');
});

it('parquet is read by others, under the names of the file or the stored file itself', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  for (const names of ['name', 'key']) {
    const file = path.join(folder, `${names}.parquet`);
    await writeFile(file, (await download('parquet', { names })).body);
    const result = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
    expect(result.columnNames()[2]).toBe(names === 'name' ? '金额（万元）' : 'jin_e_wan_yuan');
    expect(result.getRowsJson()[0]!.slice(0, 4)).toEqual(['1', '甲, <乙>\n&', '1.50', '2023-05-08']);
  }
  connection.closeSync();
});

it('makes what is large in the background', async () => {
  await api(running).get(`${URL}/cvs`).expect(404);
  await api(running).get(`${URL}/csv`).query({ formulas: 'x' }).expect(400);
  await api(running).get(`${URL}/csv`).query({ where: '没有 = 1' }).expect(400);
});
