import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/application.js';
import { Log } from '../../../src/modules/platform/logging/index.js';
import { openRuntime } from '../../../src/runtime.js';
import { type FullCatalog, startFullCatalog } from './full-catalog.js';

let catalog: FullCatalog;
beforeAll(async () => (catalog = await startFullCatalog()));
afterAll(() => catalog.close());

const NAMESPACE = 'haozhao.localhost';

async function ask(query: string): Promise<string> {
  const { text, headers } = await catalog.http.get(`/oai?${query}`).expect(200);
  expect(headers['content-type']).toBe('text/xml; charset=utf-8');
  return text;
}

const codeOf = (xml: string) => /<error code="(\w+)">/.exec(xml)?.[1];
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found]) => found!);
const identifiersOf = (xml: string) => all(xml, /<identifier>oai:[^:]+:([^<]+)<\/identifier>/g).map(decodeURIComponent);
const tokenOf = (xml: string) => /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1];

describe('errors', () => {
  it.each([
    ['', 'badVerb'],
    ['verb=', 'badVerb'],
    ['verb=Nothing', 'badVerb'],
    ['verb=identify', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&x=1', 'badArgument'],
    ['verb=Identify&%00=1', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2024-1-1', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-01T00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-01T25:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-01&until=2024-01-02T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-02&until=2024-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=2001-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=none', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=topic:9999', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=topic:%25', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=%E7%A7%8D%E7%B1%BB', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=kind:', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai%20dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc%01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=0000-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=0001-01-01', 'noRecordsMatch'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:%25zz', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=invalid%22id', 'badArgument'],
    ['verb=ListRecords&resumptionToken=x%01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=department:*00', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=department:*', 'noRecordsMatch'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=x.y.z', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=full-ds', 'idDoesNotExist'],
    [`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:${NAMESPACE}:none`, 'idDoesNotExist'],
    [`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:${NAMESPACE}:%2500`, 'idDoesNotExist'],
    [`verb=GetRecord&metadataPrefix=none&identifier=oai:${NAMESPACE}:full-ds`, 'cannotDisseminateFormat'],
    ['verb=ListMetadataFormats&identifier=nothing', 'idDoesNotExist'],
    ['verb=ListSets&resumptionToken=%E4%B8%AD', 'badResumptionToken'],
    [`verb=ListRecords&metadataPrefix=${'x'.repeat(3000)}`, 'badArgument'],
  ])('%s is %s', async (query, code) => {
    expect(codeOf(await ask(query))).toBe(code);
  });

  it.each([
    ['application/json', '{"verb":"Identify"}'],
    ['text/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
    ['application/x-www-form-urlencoded', 'verb=%E0%A4%A'],
  ])('of a body of type %s are told in the form of the protocol', async (type, body) => {
    const { text } = await catalog.http.post('/oai').set('Content-Type', type).send(body).expect(200);
    expect(codeOf(text)).toBe('badVerb');
    expect(text).toContain('<request>');
  });
});

it('answers forms as it answers addresses', async () => {
  const { text } = await catalog.http.post('/oai').type('form').send('verb=Identify').expect(200);
  expect(text).toContain('<deletedRecord>persistent</deletedRecord>');
  expect(text).toContain(`<baseURL>${catalog.url}/oai</baseURL>`);
});

it('says everything of a record in its own format, and escapes it', async () => {
  const xml = await ask(`verb=GetRecord&metadataPrefix=hz&identifier=oai:${NAMESPACE}:full-ds`);
  expect(xml).toContain('<title>住房公积金贷款发放“明细” &lt;b&gt;&amp;</title>');
  expect(xml).toContain('<items type="N" length="12,2" description="单位：万元">金额</items>');
  expect(xml).toMatch(/<updateCycle code="monthly" uri="[^"]+">每月<\/updateCycle>/);
  expect(xml).toContain('<setSpec>topic:10</setSpec>');
  const dc = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:${NAMESPACE}:full-doc`);
  expect(all(dc, /<dc:identifier>([^<]+)</g)).toEqual([
    'full-doc',
    `${catalog.url}/id/full-doc`,
    `${catalog.url}/documents/full-doc`,
    '014317718/2024-00012',
    '泰政发〔2024〕12号',
  ]);
});

describe('a harvest', () => {
  beforeAll(async () => {
    for (let number = 0; number < 210; number++)
      await catalog.query(
        `INSERT INTO record (identifier, kind, status, revision, title, abstract, keywords, profile, input_hash)
         VALUES ($1, 'dataset', 'published', 1, $2, '', '{}', '{}', 'x')`,
        [`h-${number}`, `数据${number}]]>𠮷`],
      );
  });

  it('misses none and has none twice while records change, are withdrawn, and the server is another', async () => {
    let xml = await ask('verb=ListRecords&metadataPrefix=oai_dc');
    const found = identifiersOf(xml);
    const deleted: string[] = [];
    expect(xml).toContain('completeListSize="212" cursor="0"');
    await catalog.query(`UPDATE record SET title = 'anders', updated_at = now() WHERE identifier IN ('h-3', 'h-150')`);
    await catalog.withdraw('dataset', 'h-160', '重复');
    await catalog.publish('dataset', { identifier: 'late', title: '后来的' });
    const runtime = await openRuntime(catalog.config, 'server');
    const other = await createApplication(catalog.config, runtime, new Log('silent'));
    await other.listen(0, '127.0.0.1');
    try {
      const base = await other.getUrl();
      for (let token = tokenOf(xml); token; token = tokenOf(xml)) {
        xml = await (await fetch(`${base}/oai?verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`)).text();
        found.push(...identifiersOf(xml));
        deleted.push(...all(xml, /<header status="deleted"><identifier>oai:[^:]+:([^<]+)</g));
      }
    } finally {
      await other.close();
      await runtime.close();
    }
    expect(found).toHaveLength(213);
    expect(new Set(found).size).toBe(213);
    expect(deleted).toEqual(['h-160']);
    expect(xml).toContain('<resumptionToken completeListSize="213" cursor="200"/>');
  });

  it('ends a list in order when all that was left has gone out of its period', async () => {
    const [last] = await catalog.query<{ at: Date }>('SELECT max(updated_at) AS at FROM record');
    const first = await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&until=${last!.at.toISOString().slice(0, 19)}Z`);
    // As if they were revised later: nothing here waits for the clock.
    await catalog.query(`UPDATE record SET updated_at = updated_at + interval '1 day'`);
    const end = await ask(`verb=ListIdentifiers&resumptionToken=${encodeURIComponent(tokenOf(first)!)}`);
    await catalog.query(`UPDATE record SET updated_at = updated_at - interval '1 day'`);
    expect(identifiersOf(end)).toEqual(identifiersOf(first).slice(-1));
    expect(end).toMatch(/<resumptionToken [^>]*\/>/);
  });

  it('takes a part of the catalog by set and by time', async () => {
    expect(identifiersOf(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=kind:document'))).toEqual(['full-doc']);
    expect(identifiersOf(await ask('verb=ListIdentifiers&metadataPrefix=hz&set=topic:02'))).toEqual(['full-doc']);
    const header = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:${NAMESPACE}:full-ds`);
    const [set] = all(header, /<setSpec>(department:[^<]+)</g);
    expect(identifiersOf(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=${encodeURIComponent(set!)}`))).toContain('full-ds');
    const [stamp] = all(header, /<datestamp>([^<]+)</g);
    const range = `from=${stamp!}&until=${stamp!}`;
    expect(identifiersOf(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=kind:dataset&${range}`))).toContain('full-ds');
    const later = new Date(Date.parse(stamp!) + 3_600_000).toISOString().replace('.000', '');
    expect(codeOf(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&from=${later}`))).toBe('noRecordsMatch');
  });

  it('lists every set once', async () => {
    let xml = await ask('verb=ListSets');
    const specs = all(xml, /<setSpec>([^<]+)</g);
    for (let token = tokenOf(xml); token; token = tokenOf(xml)) {
      xml = await ask(`verb=ListSets&resumptionToken=${encodeURIComponent(token)}`);
      specs.push(...all(xml, /<setSpec>([^<]+)</g));
    }
    expect(new Set(specs).size).toBe(specs.length);
    expect(specs).toContain('topic:02');
    expect(specs.every((spec) => /^([A-Za-z0-9\-_.!~*'()])+(:[A-Za-z0-9\-_.!~*'()]+)*$/.test(spec))).toBe(true);
  });

  it('takes no token that was changed, or made for another verb', async () => {
    const token = tokenOf(await ask('verb=ListRecords&metadataPrefix=oai_dc'))!;
    expect(codeOf(await ask(`verb=ListIdentifiers&resumptionToken=${encodeURIComponent(token)}`))).toBe('badResumptionToken');
    for (const place of [0, 10, token.indexOf('.') + 3]) {
      const forged = token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1);
      expect(codeOf(await ask(`verb=ListRecords&resumptionToken=${encodeURIComponent(forged)}`))).toBe('badResumptionToken');
    }
  });
});
