import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService, readDepartments } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { importContent, inFolder, jsonLines } from './import-text.js';

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
});
afterAll(() => running.close());

const departmentsIn = (content: string) =>
  inFolder(async (folder) => {
    const file = path.join(folder, 'departments.jsonl');
    await writeFile(file, content);
    return readDepartments(file);
  });

describe('A file of departments', () => {
  it.each([
    ['not JSON', '{', '第 1 行 ：应为一个 JSON 对象。'],
    ['no name', '\n{"code":"a"}', '第 2 行 name：应为文本。'],
    ['names that are a text', '{"code":"a","name":"甲","shortNames":"乙"}', '第 1 行 shortNames：应为列表。'],
    ['a code twice', '{"code":"a","name":"甲"}\n{"code":"a","name":"乙"}', '第 2 行 code：与第 1 行重复。'],
    ['a name twice', '{"code":"a","name":"甲"}\n{"code":"b","name":"甲"}', '第 2 行 name：与第 1 行重复。'],
  ])('is refused with its line: %s', async (_, content, message) => {
    await expect(departmentsIn(content)).rejects.toMatchObject({ name: 'AppError', message });
  });
});

describe('Departments', () => {
  const line = { code: 'tjj', name: '澜川市统计局', shortNames: ['市统计局'], formerNames: ['澜川市计划统计局'], phone: '0600-5550000' };
  const dataset = (identifier: string, provider: string) => ({ kind: 'dataset', identifier, title: '表', provider });
  const departmentOf = async (identifier: string) =>
    (await running.query<{ department: string }>('SELECT department FROM record WHERE identifier = $1', [identifier]))[0]!.department;

  it('registered before or after their records are one', async () => {
    const service = running.app.get(DepartmentService);
    await importContent(running, jsonLines(dataset('early', line.name)));
    const code = await departmentOf('early');
    for (let times = 0; times < 2; times++) await service.register(await departmentsIn(jsonLines(line)));
    expect(await service.list()).toEqual([
      expect.objectContaining({ code, name: line.name, registered: true, contact: { phone: line.phone } }),
    ]);
    await importContent(
      running,
      jsonLines(dataset('short', '市统计局'), dataset('former', '澜川市计划统计局'), dataset('late', line.name)),
    );
    expect(await Promise.all(['short', 'former', 'late'].map(departmentOf))).toEqual([code, code, code]);
  });

  it('are found by their full name even where another uses it for short', async () => {
    await running.app
      .get(DepartmentService)
      .register(await departmentsIn(jsonLines({ code: 'a-other', name: '某局', shortNames: ['甲局'] }, { code: 'z-own', name: '甲局' })));
    await importContent(running, jsonLines(dataset('full', '甲局')));
    expect(await departmentOf('full')).toBe('z-own');
  });
});
