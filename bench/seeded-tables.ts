import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '#src/app.module.js';
import { TableFiles } from '#src/modules/data/table/table-files.js';
import type { TableColumn } from '#src/modules/data/table/table-schema.js';
import type { Config } from '#src/modules/platform/config/index.js';
import { Log } from '#src/modules/platform/logging/index.js';
import { openRuntime } from '#src/runtime.js';

const list = (...values: string[]) => `[${values.map((value) => `'${value}'`).join(', ')}]`;
/** A statement for twelve columns out of the number of a row, the same every time. */
export const seeded = (count: number) => `SELECT range AS id, printf('%012d', hash(range) % 1000000000000) AS code,
  (${list('海陵区', '姜堰区', '高港区', '靖江市', '泰兴市', '兴化市', '医药高新区', '农业开发区')})[1 + (hash(range * 3) % 8)::INT] AS district,
  (${list('市公积金中心', '市教育局', '市民政局', '市卫健委', '市住建局', '市交通局', '市水利局')})[1 + (hash(range * 5) % 7)::INT] AS department,
  ((hash(range * 7) % 100000000) / 100.0)::DECIMAL(18,2) AS amount, DATE '2015-01-01' + (hash(range * 11) % 4000)::INT AS day, (hash(range * 13) % 1000)::BIGINT AS n,
  '关于' || (${list('公积金', '义务教育', '养老服务', '医疗保障', '住房补贴', '公交线路', '河道治理', '小微企业')})[1 + (hash(range * 17) % 8)::INT]
    || '第' || (hash(range * 19) % 100000) || '号事项的说明' AS note,
  (119 + (hash(range * 23) % 1000000) / 1000000.0)::DECIMAL(18,6) AS lng, (32 + (hash(range * 29) % 1000000) / 1000000.0)::DECIMAL(18,6) AS lat,
  hash(range * 31) % 2 = 0 AS ok, TIMESTAMP '2020-01-01' + INTERVAL 1 SECOND * (hash(range * 37) % 100000000) AS at FROM range(${count})`;

const COLUMNS: TableColumn[] = [
  { key: 'id', name: '序号', type: 'integer' },
  { key: 'code', name: '编码', type: 'string' },
  { key: 'district', name: '区县', type: 'string' },
  { key: 'department', name: '部门', type: 'string' },
  { key: 'amount', name: '金额', type: 'number', scale: 2 },
  { key: 'day', name: '日期', type: 'date' },
  { key: 'n', name: '数量', type: 'integer' },
  { key: 'note', name: '说明', type: 'string' },
  { key: 'lng', name: '经度', type: 'number', scale: 6 },
  { key: 'lat', name: '纬度', type: 'number', scale: 6 },
  { key: 'ok', name: '是否', type: 'boolean' },
  { key: 'at', name: '时间', type: 'datetime' },
];

/** Publishes a dataset `bench` with a table of each file of `seeded` rows. */
export async function publishTables(config: Config, files: Record<string, { file: string; rows: number }>): Promise<void> {
  const runtime = await openRuntime(config, 'command');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, runtime, new Log('silent')), { logger: false });
  try {
    const source = app.get(DataSource);
    const [record] = await source.query<[{ id: string }]>(
      `INSERT INTO record (identifier, kind, status, revision, title, abstract, keywords, co_departments, profile, warnings, created_at, updated_at, body, input_hash)
       VALUES ('bench', 'dataset', 'published', 1, '测', '', '{}', '{}', '{"openness":"unconditional"}', '[]', now(), now(), '', '') RETURNING id`,
    );
    for (const [name, { file, rows }] of Object.entries(files)) {
      const { sha256, byteSize } = await app.get(TableFiles).keep(file);
      const [made] = await source.query<[{ id: string }]>(
        `INSERT INTO data_table (record_id, name, title, origin, file_title, created_at) VALUES ($1, $2, $2, 'file', $2, now()) RETURNING id`,
        [record.id, name],
      );
      await source.query(
        `INSERT INTO data_version (table_id, number, sha256, byte_size, row_count, schema, statistics, source, notes, created_at) VALUES ($1, 1, $2, $3, $4, $5, '[]', '{}', '[]', now())`,
        [made.id, sha256, byteSize, rows, JSON.stringify({ columns: COLUMNS, point: { longitude: 'lng', latitude: 'lat' } })],
      );
    }
  } finally {
    await app.close();
    await runtime.close();
  }
}
