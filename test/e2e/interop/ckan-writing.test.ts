import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR, type Operation } from '../../../src/modules/identity/index.js';
import { type FullCatalog, startFullCatalog } from './full-catalog.js';

let catalog: FullCatalog;
let direct: string;
let writer: string;
let reader: string;
beforeAll(async () => {
  catalog = await startFullCatalog();
  await catalog.app.get(DepartmentService).register([{ code: 'gjj', name: '甲市住房公积金管理中心', registered: true }]);
  const key = (name: string, scopes: Operation[], department?: string) =>
    catalog.app.get(ApiKeyService).create({ name, scopes, ...(department ? { department } : {}) }, OPERATOR);
  direct = await key('direct', ['record.publishDirectly']);
  writer = await key('writer', ['submission.write'], 'gjj');
  reader = await key('reader', ['submission.read'], 'gjj');
});
afterAll(() => catalog.close());

type Shown = Record<string, unknown> & {
  id: string;
  version: string;
  extras: { key: string; value: string }[];
  resources: Record<string, unknown>[];
};
interface Body {
  result: Shown;
  error: Record<string, unknown> & { __type: string };
}

const post = async (action: string, body: object, headers: Record<string, string> = { Authorization: direct }) => {
  const answer = await catalog.http.post(`/api/3/action/${action}`).set(headers).send(body);
  return { status: answer.status, ...(answer.body as Body) };
};
const show = async (id: string) => (await post('package_show', { id }, {})).result;
const record = async (id: string) =>
  (await catalog.http.get(`/api/v1/records/${encodeURIComponent(id)}`).expect(200)).body as Record<string, unknown>;
const again = (shown: object) => JSON.parse(JSON.stringify(shown)) as Shown;

describe('round trips', () => {
  const STORED = [
    'identifier',
    'url',
    'revision',
    'createdAt',
    'updatedAt',
    'remarks',
    'relations',
    'body',
    'providerCode',
    'departmentCode',
  ];
  const content = (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !STORED.includes(name)));

  it.each(['full-ds', 'full-doc'])('%s shown and created anew under another name says the same', async (id) => {
    const { id: _, ...shown } = await show(id);
    const extras = shown.extras.filter(({ key }) => key !== 'resource_code');
    const created = await post('package_create', { ...shown, name: `copy-${id}`, extras });
    expect(created.error).toBeUndefined();
    const [before, after] = [content(await record(id)), content(await record(`copy-${id}`))];
    expect({ ...after, resourceCode: before['resourceCode'] }).toEqual({ resourceCode: undefined, ...before });
  });

  it.each(['full-ds', 'full-doc'])('%s updated with what was shown stays the revision that it is', async (id) => {
    const shown = await show(id);
    const updated = await post('package_update', again(shown));
    expect({ error: updated.error, version: updated.result.version }).toEqual({ error: undefined, version: shown.version });
  });

  it('an update keeps what CKAN has no word for, and takes what is left out away', async () => {
    const { notes: _, ...shown } = await show('full-doc');
    const { result } = await post('package_update', { ...again(shown), title: '新的标题', tags: [{ name: '甲' }, '乙'] });
    expect(result).toMatchObject({ title: '新的标题', notes: '', tags: [{ name: '乙' }, { name: '甲' }].toReversed() });
    expect(await record('full-doc')).toMatchObject({ body: expect.stringContaining('现将有关事项') as string, abstract: null });
  });

  it('a patch changes what it gives alone', async () => {
    const before = await show('full-ds');
    const { result } = await post('package_patch', { id: 'full-ds', notes: '改过的' });
    const differing = Object.keys(before).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(result[key]));
    expect(differing.filter((key) => key !== 'resources').sort()).toEqual(['metadata_modified', 'notes', 'version']);
  });

  it('a resource is added behind the others', async () => {
    const before = await record('full-ds');
    const { result } = await post('resource_create', {
      package_id: 'full-ds',
      url: 'https://example.gov.cn/new.xlsx',
      name: '新表',
      format: 'XLSX',
    });
    expect(result).toMatchObject({ id: 'full-ds.file.2', name: '新表', format: 'XLSX' });
    const files = (await record('full-ds'))['resources'] as object[];
    expect(files).toHaveLength(3);
    expect(files.slice(0, 2)).toEqual(before['resources']);
  });
});

describe('what is refused', () => {
  it.each([
    ['package_create', {}, 'name'],
    ['package_create', { name: 'x-1' }, 'title'],
    ['package_create', { name: 'full-ds', title: '有了' }, 'name'],
    ['package_create', { name: 'x-1', id: 'y', title: '两个' }, 'name'],
    ['package_create', { name: 'x-1', title: '种类', type: 'harvest' }, 'type'],
    ['package_create', { name: 'x-1', title: '谁', owner_org: 'nobody' }, 'owner_org'],
    ['package_create', { name: 'x-1', title: '多的', extras: [{ key: 'color', value: 'red' }] }, 'extras'],
    ['package_create', { name: 'x-1', title: '日期', extras: [{ key: 'issued', value: '昨天' }] }, 'extras'],
    ['package_create', { name: 'x-1', title: '列表', extras: 'none' }, 'extras'],
    ['package_create', { name: 'x-1', title: '标签', tags: 3 }, 'tags'],
    ['package_create', { name: 'x-1', title: '资源', resources: [7] }, 'resources'],
    ['package_create', { name: 'x-1', title: '关系', relationships_as_subject: [{ type: 'x' }] }, 'relationships_as_subject'],
    ['package_update', { title: '哪个' }, 'id'],
    ['package_update', { id: 'full-ds', title: '改名', name: 'other' }, 'name'],
    ['package_update', { id: 'full-ds', title: '种类', type: 'document' }, 'type'],
    ['package_update', { id: 'full-ds' }, 'title'],
    ['resource_create', { package_id: 'full-ds' }, 'url'],
  ])('%s %j names %s', async (action, body, field) => {
    const count = () =>
      catalog.query('SELECT (SELECT sum(revision) FROM record), (SELECT count(*) FROM audit_event), (SELECT count(*) FROM submission)');
    const before = await count();
    const { status, error } = await post(action, body);
    expect({ status, type: error.__type, field: Array.isArray(error[field]) }).toEqual({
      status: 409,
      type: 'Validation Error',
      field: true,
    });
    expect(await count()).toEqual(before);
  });

  it.each(['package_create', 'package_update', 'package_patch', 'package_delete', 'resource_create'])(
    '%s of nobody, with a wrong key or a key for something else',
    async (action) => {
      const body = { id: 'full-ds', package_id: 'full-ds', name: 'x-2', title: '题', url: 'https://x' };
      for (const headers of [{}, { Authorization: 'wrong' }, { 'X-CKAN-API-Key': reader }, { Cookie: 'haozhao=x' }]) {
        const { status, error } = await post(action, body, headers as Record<string, string>);
        expect({ status, type: error.__type }).toEqual({ status: 403, type: 'Authorization Error' });
      }
    },
  );
});

it.each([
  ['Authorization', (key: string) => key],
  ['Authorization', (key: string) => `Bearer ${key}`],
  ['X-CKAN-API-Key', (key: string) => key],
  ['X-API-Key', (key: string) => key],
])('a key counts in %s', async (header, spelled) => {
  expect((await post('package_patch', { id: 'full-ds' }, { [header]: spelled(direct) })).status).toBe(200);
});

describe('a key that may only draft', () => {
  const headers = () => ({ Authorization: writer });

  it('makes a submission, which nobody sees before it is signed', async () => {
    const { status, result } = await post('package_create', { name: 'drafted', title: '草稿', notes: '说明' }, headers());
    expect({ status, result }).toMatchObject({ status: 200, result: { state: 'draft', private: true, name: 'drafted', owner_org: 'gjj' } });
    const [row] = await catalog.query<{ state: string }>('SELECT state FROM submission WHERE id = $1', [result['submission_id']]);
    expect(row).toEqual({ state: 'draft' });
    expect((await post('package_show', { id: 'drafted' }, {})).status).toBe(404);
  });

  it('changes and withdraws what its department published, by submissions too', async () => {
    await post('package_create', { name: 'owned', title: '本部门的', owner_org: 'gjj' });
    const patched = await post('package_patch', { id: 'owned', title: '改了' }, headers());
    expect(patched.result).toMatchObject({ state: 'draft', title: '改了' });
    await post('package_create', { name: 'owned-2', title: '也是本部门的', owner_org: 'gjj' });
    expect(await post('package_delete', { id: 'owned-2' }, headers())).toMatchObject({ status: 200, result: { state: 'draft' } });
    expect((await show('owned-2'))['title']).toBe('也是本部门的');
    expect((await show('owned'))['title']).toBe('本部门的');
  });

  it('may not touch what is another’s', async () => {
    const { status, error } = await post('package_patch', { id: 'full-ds', title: '改了' }, headers());
    expect({ status, type: error.__type }).toEqual({ status: 403, type: 'Authorization Error' });
  });
});

it('package_delete withdraws, and the name stays taken', async () => {
  await post('package_create', { name: 'to-go', title: '要走的' });
  expect(await post('package_delete', { id: 'to-go', reason: '登错了' })).toMatchObject({ status: 200, result: null });
  const gone = await post('package_show', { id: 'to-go' }, {});
  expect({ status: gone.status, message: gone.error['message'] }).toMatchObject({
    status: 404,
    message: expect.stringContaining('登错了') as string,
  });
  expect((await post('package_create', { name: 'to-go', title: '又来' })).status).toBe(409);
});
