import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../samples', import.meta.url));
const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const read = <T>(name: string): T[] =>
  text(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

interface Document {
  identifier: string;
  title: string;
  documentNumber?: string;
  indexNumber: string;
  issuer: string[];
  documentType: string;
  validity: string;
  repealedOn?: string;
  writtenOn: string;
  publishedOn: string;
  effectiveOn?: string;
  expiresOn?: string;
  body: string;
  relations: { type: string; target: string }[];
}

interface Dataset {
  identifier: string;
  title: string;
  abstract: string;
  keywords: string[];
  provider: string;
  providerCode: string;
  resourceCode: string;
  relatedCodes: string[];
  items: { name: string; type: string; length: number; description: string }[];
  publishedOn: string;
  modifiedOn: string;
  resources?: { path: string; format: string }[];
}

const documents = read<Document>('data/documents.jsonl');
const datasets = read<Dataset>('data/datasets.jsonl');
const departments = read<{ name: string; creditCode: string }>('data/departments.jsonl');
const byId = new Map(documents.map((document) => [document.identifier, document]));
const identifiers = new Set([...byId.keys(), ...datasets.map(({ identifier }) => identifier)]);

const repeated = (values: string[]) => values.filter((value, i) => values.indexOf(value) !== i);
const having = (type: string) =>
  documents.flatMap((from) =>
    from.relations.filter((relation) => relation.type === type).map(({ target }) => ({ from, target: byId.get(target)! })),
  );

describe('the sample catalog', () => {
  it('is large enough to search in', () => {
    expect(departments.length).toBeGreaterThanOrEqual(20);
    expect(datasets.length).toBeGreaterThanOrEqual(400);
    expect(documents.length).toBeGreaterThanOrEqual(300);
    expect(documents.filter(({ documentType }) => documentType === '政策解读').length).toBeGreaterThanOrEqual(40);
    expect(datasets.filter(({ resources }) => resources).length).toBeGreaterThanOrEqual(60);
  });

  it('gives nothing the same name twice', () => {
    expect(identifiers.size).toBe(documents.length + datasets.length);
    expect(repeated(documents.flatMap(({ documentNumber }) => documentNumber ?? []))).toEqual([]);
    expect(repeated(documents.map(({ indexNumber }) => indexNumber))).toEqual([]);
    expect(repeated(documents.map(({ title }) => title))).toEqual([]);
    expect(repeated(datasets.map(({ resourceCode }) => resourceCode))).toEqual([]);
    expect(repeated(datasets.map(({ title }) => title))).toEqual([]);
  });

  it('writes document numbers in the official form and in the order of signing', () => {
    const last = new Map<string, number>();
    for (const { documentNumber, writtenOn } of [...documents].sort(
      (a, b) => a.writtenOn.localeCompare(b.writtenOn) || a.identifier.localeCompare(b.identifier),
    )) {
      if (!documentNumber) continue;
      const match = /^([\u4e00-\u9fa5]{2,20})〔(\d{4})〕([1-9]\d{0,4})号$/.exec(documentNumber);
      expect(match, documentNumber).not.toBeNull();
      expect(match![2], documentNumber).toBe(writtenOn.slice(0, 4));
      const key = match![1]! + match![2]!;
      expect(Number(match![3]), documentNumber).toBeGreaterThan(last.get(key) ?? 0);
      last.set(key, Number(match![3]));
    }
  });

  it('points only at records that exist', () => {
    expect(documents.flatMap(({ relations }) => relations.filter(({ target }) => !identifiers.has(target)))).toEqual([]);
    const codes = new Set(datasets.map(({ resourceCode }) => resourceCode));
    expect(datasets.flatMap(({ relatedCodes }) => relatedCodes.filter((code) => !codes.has(code)))).toEqual([]);
    const names = new Set(departments.map(({ name }) => name));
    expect(
      [...documents.flatMap(({ issuer }) => issuer), ...datasets.map(({ provider }) => provider)].filter((name) => !names.has(name)),
    ).toEqual([]);
  });

  it('has valid credit codes in departments and tables (GB 32100)', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const valid = (code: string) =>
      [...code.slice(0, 17)].reduce((sum, char, i) => sum + alphabet.indexOf(char) * (3 ** i % 31), alphabet.indexOf(code[17]!)) % 31 === 0;
    const inTables = text('data/files/pharmacies.csv').match(/\b91\d{6}[0-9A-Z]{10}\b/g)!;
    expect(inTables.length).toBeGreaterThan(100);
    expect([...departments.map(({ creditCode }) => creditCode), ...inTables].filter((code) => !valid(code))).toEqual([]);
    expect(departments.filter(({ creditCode }) => !/^1[12]680700/.test(creditCode))).toEqual([]);
  });

  it('keeps every date in order', () => {
    for (const { identifier, writtenOn, publishedOn, effectiveOn, expiresOn } of documents) {
      expect(writtenOn <= publishedOn, identifier).toBe(true);
      expect(publishedOn <= '2026-10-31' && writtenOn >= '2021-01-01', identifier).toBe(true);
      if (effectiveOn) expect(writtenOn <= effectiveOn, identifier).toBe(true);
      if (expiresOn) expect(effectiveOn! < expiresOn, identifier).toBe(true);
    }
    expect(datasets.filter(({ publishedOn, modifiedOn }) => modifiedOn < publishedOn)).toEqual([]);
    for (const { from, target } of ['replaces', 'repeals', 'amends', 'basedOn', 'interprets', 'forwards'].flatMap(having)) {
      expect(from.writtenOn >= target.writtenOn, `${from.identifier} → ${target.identifier}`).toBe(true);
    }
  });

  it('marks repealed and amended documents as such', () => {
    const ended = new Set([...having('repeals'), ...having('replaces')].map(({ target }) => target.identifier));
    expect(ended.size).toBeGreaterThanOrEqual(8);
    expect(
      documents
        .filter(({ validity }) => validity === '废止')
        .map(({ identifier }) => identifier)
        .sort(),
    ).toEqual([...ended].sort());
    expect(having('amends').filter(({ target }) => target.validity !== '已修改' && target.validity !== '废止')).toEqual([]);
  });

  it('has full texts of realistic length that differ from each other', () => {
    expect(
      documents.filter(({ body }) => body.length < 800 || body.length > 6000).map(({ identifier, body }) => `${identifier} ${body.length}`),
    ).toEqual([]);
    const sentences = documents.map(
      ({ body }) =>
        new Set(
          body
            .split(/[。\n]/u)
            .map((part) => part.trim())
            .filter((part) => part.length > 6),
        ),
    );
    const alike: string[] = [];
    for (let i = 0; i < documents.length; i++) {
      for (let j = 0; j < i; j++) {
        const [small, large] = sentences[i]!.size < sentences[j]!.size ? [sentences[i]!, sentences[j]!] : [sentences[j]!, sentences[i]!];
        let shared = 0;
        for (const sentence of small) if (large.has(sentence)) shared++;
        if (shared > 0.6 * small.size) alike.push(`${documents[i]!.identifier} ${documents[j]!.identifier}`);
      }
    }
    expect(alike).toEqual([]);
  });

  it('describes every dataset in full', () => {
    expect(datasets.filter(({ abstract }) => abstract.length < 50 || abstract.length > 200)).toEqual([]);
    expect(datasets.filter(({ keywords, items }) => keywords.length < 3 || items.length < 4)).toEqual([]);
    expect(datasets.filter(({ resourceCode }) => !/^3\d{2}\d{3}\d*\/\d{6}$/.test(resourceCode))).toEqual([]);
  });

  it('holds no personal numbers and no half-width punctuation in prose', () => {
    const all = text('data/documents.jsonl') + text('data/datasets.jsonl') + text('data/departments.jsonl');
    expect(all.match(/(?<![\dA-Z])[1-8]\d{5}(?:19|20)\d{9}[\dXx](?!\d)/g)).toBeNull();
    expect(all.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g)).toBeNull();
    expect(documents.filter(({ body }) => /[\u4e00-\u9fff][,;?]|undefined|NaN/u.test(body)).map(({ identifier }) => identifier)).toEqual(
      [],
    );
  });
});

describe('the files of the sample catalog', () => {
  const withFiles = datasets.flatMap((dataset) => (dataset.resources ?? []).map((resource) => ({ dataset, ...resource })));
  const bytes = (file: string) => readFileSync(path.join(folder, 'data', file));

  it('exist and carry the declared items with 20 to 300 rows', () => {
    for (const { dataset, path: file, format } of withFiles) {
      expect(existsSync(path.join(folder, 'data', file)), file).toBe(true);
      if (format === 'xlsx') continue;
      const names = dataset.items.map(({ name }) => name);
      const content = file.endsWith('public-toilets.csv')
        ? iconv.decode(bytes(file), 'gb18030')
        : bytes(file)
            .toString('utf8')
            .replace(/^\ufeff/, '');
      expect(/NaN|undefined/.test(content), file).toBe(false);
      if (format === 'json') {
        const rows = JSON.parse(content) as object[];
        expect(Object.keys(rows[0]!), file).toEqual(names);
        expect(rows.length >= 20 && rows.length <= 300, file).toBe(true);
        continue;
      }
      const lines = content.trimEnd().split('\r\n');
      expect(lines.slice(0, 2), file).toContain(names.join(','));
      expect(lines.length - 1 >= 20 && lines.length - 1 <= 303, file).toBe(true);
    }
  });

  it('include the hard cases', () => {
    expect(bytes('files/public-toilets.csv').toString('utf8')).toContain('\ufffd');
    expect(bytes('files/parking-lots.csv').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(text('data/files/reservoirs.csv')).toMatch(/\r\n00680001,/);
    expect(text('data/files/veteran-shops.csv')).toMatch(/"[^"]+\n[^"]+"/);
    const crops = text('data/files/crops.csv').trimEnd().split('\r\n');
    expect(crops[0]).toMatch(/^主要农作物播种面积和产量/);
    expect(crops.at(-1)).toMatch(/^合计/);
  });

  it('have sums that add up', () => {
    const rows = text('data/files/crops.csv')
      .trimEnd()
      .split('\r\n')
      .slice(2)
      .map((line) => line.split(',').slice(-5).map(Number));
    expect(rows.filter(([rice, wheat, tubers, beans, total]) => rice! + wheat! + tubers! + beans! !== total)).toEqual([]);
    const body = rows.slice(0, -1);
    expect(rows.at(-1)).toEqual([0, 1, 2, 3, 4].map((i) => body.reduce((sum, row) => sum + row[i]!, 0)));
  });
});

describe('the judged queries', () => {
  interface Query {
    qid: string;
    type: string;
    kind: string;
    query: string;
    judgments: Record<string, number>;
  }
  const queries = read<Query>('queries.jsonl');

  it('cover every kind of query and judge only records that exist', () => {
    expect(queries.length).toBeGreaterThanOrEqual(150);
    expect(repeated(queries.map(({ qid }) => qid))).toEqual([]);
    expect([...new Set(queries.map(({ type }) => type))].sort()).toEqual(
      [
        'department',
        'dept-topic',
        'docnumber',
        'field',
        'homophone',
        'initials',
        'interpretation',
        'keyword',
        'kind',
        'known-item',
        'multi',
        'none',
        'operator',
        'pinyin',
        'question',
        'region',
        'short-form',
        'synonym',
        'traditional',
        'typo',
        'year',
      ].sort(),
    );
    expect(queries.flatMap(({ judgments }) => Object.keys(judgments).filter((id) => !identifiers.has(id)))).toEqual([]);
    expect(
      queries.filter(({ type, judgments }) => (type === 'none') !== (Object.keys(judgments).length === 0)).map(({ qid }) => qid),
    ).toEqual([]);
  });
});
