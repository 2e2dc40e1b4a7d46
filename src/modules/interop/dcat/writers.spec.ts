import { Parser } from 'n3';
import { expect, it } from 'vitest';
import { Graph } from './graph.js';
import { writeJsonLd } from './write-json-ld.js';
import { writeRdfXml } from './write-rdf-xml.js';
import { writeTurtle } from './write-turtle.js';

const graph = new Graph('https://a.cn');
graph.type('https://a.cn/id/x', 'dcat:Dataset');
graph.label('https://a.cn/id/x', 'dct:title', 'a"\\<b>\u0000\ud800𠮷\n');
graph.label('https://a.cn/id/x', 'dct:title', 'a"\\<b>𠮷\n');
graph.literal('https://a.cn/id/x', 'dct:issued', '2024-05', 'xsd:gYearMonth');
graph.literal('https://a.cn/id/x', 'dct:identifier', 'x');

it('keeps every statement once, without what XML cannot say', async () => {
  const quads = new Parser().parse(await writeTurtle(graph));
  expect(quads.map(({ object }) => object.value)).toEqual(['http://www.w3.org/ns/dcat#Dataset', 'a"\\<b>𠮷\n', '2024-05', 'x']);
});

it('writes a list of things with prefixes inline', () => {
  expect((JSON.parse(writeJsonLd(graph)) as { '@graph': unknown })['@graph']).toEqual([
    {
      '@id': 'https://a.cn/id/x',
      '@type': ['http://www.w3.org/ns/dcat#Dataset'],
      'dct:title': [{ '@value': 'a"\\<b>𠮷\n', '@language': 'zh' }],
      'dct:issued': [{ '@value': '2024-05', '@type': 'xsd:gYearMonth' }],
      'dct:identifier': [{ '@value': 'x' }],
    },
  ]);
});

it('escapes text in RDF/XML', () => {
  const text = writeRdfXml(graph);
  expect(text).toContain('<dct:title xml:lang="zh">a"\\&lt;b&gt;𠮷\n</dct:title>');
  expect(text).toContain('<dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#gYearMonth">2024-05</dct:issued>');
  expect(text).toContain('xmlns:hz="https://a.cn/ns#"');
});
