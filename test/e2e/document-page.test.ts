import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullCatalog, startFullCatalog } from './interop/full-catalog.js';

const IDENTITY = '440524188001010014';
/** Markup, letters that turn the line around, no break, emoji, characters beyond the basic plane. */
const HOSTILE = `<script>alert(1)</script>"'&amp;\u202e倒写\u2066<img src=x onerror=alert(1)> 𠮷㐂😀${'长'.repeat(200)}`;
const ARTICLES = Array.from(
  { length: 30 },
  (_, index) => `第${String(index + 1)}条 本办法由市政府制定，依照法律、法规执行，具体事项另行公布。`,
);

let catalog: FullCatalog;

beforeAll(async () => {
  catalog = await startFullCatalog({ baseUrl: 'https://www.example.gov.cn' });
  const { publish } = catalog;
  await publish('document', { identifier: 'old', title: '旧办法', body: '旧。', writtenOn: '2019-01-02', publishedOn: '2019-01-03' });
  await publish('document', {
    identifier: 'law',
    title: '新办法',
    documentNumber: '甲政发〔2024〕1号',
    issuer: ['甲市人民政府'],
    writtenOn: '2024-05-08',
    publishedOn: '2024-05-14',
    keywords: ['办法'],
    article20Code: 'A20_01',
    body: ['各区：', '第一章 总则', ...ARTICLES, '甲市人民政府', '2024年5月8日'].join('\n'),
    relations: [{ type: 'replaces', target: 'old' }],
    attachments: [{ title: '名单', url: 'https://example.gov.cn/a.pdf', format: 'pdf', byteSize: 2048 }],
  });
  await publish('document', {
    identifier: 'later',
    title: '修改决定',
    body: '改。',
    writtenOn: '2025-01-01',
    relations: [{ type: 'amends', target: 'law' }],
  });
  await publish('document', {
    identifier: 'hostile',
    title: HOSTILE,
    keywords: ['</dd><script>', HOSTILE.slice(0, 90)],
    issuer: [HOSTILE.slice(0, 150)],
    documentNumber: HOSTILE.slice(0, 150),
    indexNumber: '<b>1</b>',
    abstract: HOSTILE,
    body: `第一条 ${HOSTILE}\n${'无'.repeat(10_000)}`,
    attachments: [{ title: HOSTILE, url: 'https://example.gov.cn/b', description: HOSTILE }],
    relations: [{ type: 'relatesTo', target: 'nowhere', note: HOSTILE }],
  });
});
afterAll(() => catalog.close());

const page = async (path: string, language = 'zh', status = 200): Promise<string> =>
  (await catalog.http.get(path).set('Accept', 'text/html').set('Cookie', `reading=${language}`).expect(status)).text;

async function revise(kind: 'document' | 'dataset', identifier: string, change: object): Promise<void> {
  const address = `/api/v1/${kind}s/${identifier}`;
  const { headers, body } = (await catalog.http.get(address).expect(200)) as { headers: Record<string, string>; body: object };
  const names = ['title', 'body', 'provider', 'issuer', 'openness', 'keywords', 'writtenOn', 'publishedOn'];
  const kept = Object.fromEntries(Object.entries(body).filter(([name, value]) => names.includes(name) && value !== null));
  if (kind === 'dataset') for (const name of ['body', 'issuer', 'writtenOn']) delete kept[name];
  else for (const name of ['provider', 'openness']) delete kept[name];
  await catalog.http
    .put(address)
    .set('Authorization', catalog.authorization)
    .set('If-Match', headers.etag!)
    .send({ identifier, ...kept, ...change })
    .expect(200);
}

describe('the page of a document', () => {
  it('has its metadata, its text with anchors, and its contents', async () => {
    const html = await page('/documents/law');
    expect(html).toContain('<p id="art-5" dir="auto"><strong><a class="anchor" href="#art-5">第5条</a></strong>');
    expect(html).toContain('<h2 id="chap-1"');
    expect(html).toContain('<a href="#art-30">');
    expect(html).toContain('《政府信息公开条例》第二十条第（1）项');
    expect(html.indexOf('role="note"')).toBeGreaterThan(0);
    expect(html.indexOf('role="note"')).toBeLessThan(html.indexOf('class="panel metadata"'));
    expect(html).toContain('2.0 KB');
  });

  it('orders what belongs to it by date, itself among it', async () => {
    const html = await page('/documents/law');
    const list = /<ol class="timeline"[\s\S]*?<\/ol>/
      .exec(html)![0]
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(list.trim()).toBe('2019-01-02 替代了 旧办法 2024-05-08 本文件 2025-01-01 被它修改 修改决定');
  });

  it('can be cited and shared without asking anybody', async () => {
    const html = await page('/documents/law');
    expect(html).toMatch(
      /甲市人民政府\. 新办法: 甲政发〔2024〕1号\[EB\/OL\]\. \(2024-05-14\)\[\d{4}-\d\d-\d\d\]\. https:\/\/www\.example\.gov\.cn\/documents\/law\./,
    );
    expect(html).toMatch(/<svg class="qr-code"[^>]*role="img"/);
    expect(html).toContain('签名有效，自');
    const blocks = /<script type="text\/html" data-for-scripts[^>]*>[^]*?<\/script>/g;
    expect(html.match(blocks)).toHaveLength(3);
    // Nothing that only a script can use stands on the page itself.
    expect(html.replaceAll(blocks, '')).not.toMatch(/data-(copy|print=|share|read|tools)|<button type="button"/);
  });

  it('speaks English around a text that stays Chinese', async () => {
    const html = await page('/documents/law', 'en');
    expect(html).toContain('About the document');
    expect(html).toContain('<bdi lang="zh-CN">新办法</bdi>');
    expect(html).toMatch(/<section class="body" id="text" lang="zh-CN"/);
    expect(html).toContain('Signature valid');
  });

  it('lists what is about the same, without what it shows anyway', async () => {
    const html = await page('/documents/law');
    const similar = /<section[^>]*aria-labelledby="similar"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    expect(similar).not.toContain('href="/documents/law"');
    expect(similar).not.toContain('href="/documents/old"');
  });

  it.each(['/documents/hostile', '/documents/hostile/versions', '/records/hostile/proof'])(
    '%s shows hostile content as text',
    async (path) => {
      const html = await page(path);
      expect(html).not.toMatch(/<script>alert|<img src=x|<b>1<\/b>|<\/dd><script>/);
      expect(html).toContain('𠮷㐂😀');
    },
  );
});

describe('versions', () => {
  beforeAll(async () => {
    const { publish } = catalog;
    await publish('document', {
      identifier: 'corrected',
      title: '名单公示',
      issuer: ['甲市人民政府'],
      body: `获奖者：王小明，身份证号${IDENTITY}。\n自2023年起执行。`,
    });
    await revise('document', 'corrected', { body: '获奖者：王小明。\n自2023年起执行。' });
    await revise('document', 'corrected', { body: '获奖者：王小明。\n自2024年起执行。' });
    await publish('dataset', { identifier: 'table', title: '数据', provider: '甲局', openness: '无条件开放' });
    await revise('dataset', 'table', { title: '数据（新）' });
    await publish('document', { identifier: 'gone', title: '撤回的', body: '甲' });
    await catalog.withdraw('document', 'gone', '重复');
  });

  it('are listed with what changed in each', async () => {
    const html = await page('/documents/corrected/versions');
    const items = [...html.matchAll(/<li id="r-(\d)"[\s\S]*?<\/li>/g)].map(
      ([item, number]) => `${number!} ${item.replace(/<[^>]*>/g, ' ')}`,
    );
    expect(items.map((item) => item[0])).toEqual(['3', '2', '1']);
    expect(items[0]).toContain('改动：正文');
    expect(items[2]).toContain('首次发布');
  });

  it('show what differs, in signs and in words', async () => {
    const html = await page('/documents/corrected/versions/2..3');
    expect(html.replace(/<span class="visually-hidden">.*?<\/span>|<\/?bdi>/g, '')).toContain('自<del>2023</del><ins>2024</ins>年');
    expect(html).toContain('<span class="visually-hidden">【删去】</span>');
  });

  it.each(['1..2', '1..3'])('never bring back what had to be taken out (%s)', async (pair) => {
    const html = await page(`/documents/corrected/versions/${pair}`);
    expect(html).not.toContain(IDENTITY);
    expect(html).toContain('不再显示');
    expect(await page('/documents/corrected/versions')).not.toContain(`/versions/${pair}`);
  });

  it('are there for datasets', async () => {
    expect(await page('/datasets/table/versions')).toContain('/datasets/table/versions/1..2');
    expect(await page('/datasets/table/versions/1..2')).toContain('（新）');
    expect(await page('/datasets/table/versions', 'en')).toContain('Changed: Title');
  });

  it.each([
    ['/documents/gone/versions', 410],
    ['/documents/gone/versions/1..2', 410],
    ['/documents/none/versions', 404],
    ['/datasets/corrected/versions', 404],
    ['/documents/corrected/versions/3..2', 404],
    ['/documents/corrected/versions/2..9', 404],
    ['/documents/corrected/versions/x', 404],
    ['/documents/corrected/versions/0..1', 404],
    ['/documents/corrected/versions/1..99999999999', 404],
    ['/documents/corrected/versions?before=x', 200],
    ['/documents/corrected/versions?before=2', 200],
  ])('%s answers %i', async (path, status) => {
    await page(path, 'zh', status);
  });

  it('are tagged anew when the word list changes', async () => {
    const tag = async () => (await catalog.http.get('/documents/corrected/versions/2..3').expect(200)).headers.etag;
    const before = await tag();
    expect(await tag()).toBe(before);
    await catalog.query(
      `INSERT INTO gate_word (word, severity, suggestion, note, updated_by, updated_at) VALUES ('2023', 'block', NULL, NULL, 'test', now())`,
    );
    expect(await tag()).not.toBe(before);
    expect(await page('/documents/corrected/versions/2..3')).toContain('不再显示');
    await catalog.query(`DELETE FROM gate_word`);
  });
});
