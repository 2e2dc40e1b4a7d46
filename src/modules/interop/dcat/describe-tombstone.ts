import type { CatalogEntry } from '../mapping/entry.js';
import { describeOfficial } from './describe-concept.js';
import type { Graph } from './graph.js';

const WITHDRAWN = 'http://publications.europa.eu/resource/authority/distribution-status/WITHDRAWN';

/** Says of a withdrawn record that it is, when and why; nothing else of what it once said. */
export function describeTombstone(graph: Graph, { uri, record }: CatalogEntry): void {
  const { title, updatedAt, withdrawalReason, identifier } = record;
  const entry = `${uri}#record`;
  const sentence = `已于 ${updatedAt.slice(0, 10)} 撤回。原因：${withdrawalReason ?? '未说明'}`;
  graph.type(uri, 'dcat:Resource', 'dcat:Dataset');
  graph.label(uri, 'dct:title', title);
  graph.label(uri, 'dct:description', sentence);
  graph.literal(uri, 'dct:identifier', identifier);
  graph.type(entry, 'dcat:CatalogRecord');
  graph.link(entry, 'foaf:primaryTopic', uri);
  graph.literal(entry, 'dct:modified', updatedAt, 'xsd:dateTime');
  graph.label(entry, 'dct:description', sentence);
  graph.link(entry, 'adms:status', describeOfficial(graph, WITHDRAWN, '已撤回'));
}
