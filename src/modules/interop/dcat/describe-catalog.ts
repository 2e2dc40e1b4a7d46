import type { CatalogName } from '../mapping/catalog-name.js';
import type { CatalogEntry } from '../mapping/entry.js';
import type { PageQueries } from './catalog-page.js';
import { describeLanguage } from './describe-concept.js';
import { describeEntry } from './describe-entry.js';
import type { Graph } from './graph.js';

const THEMES = 'http://publications.europa.eu/resource/authority/data-theme';

/** A page of the catalog: the catalog itself, what is on the page, and where the others are. */
export function describePage(graph: Graph, site: CatalogName, queries: PageQueries, total: number, entries: readonly CatalogEntry[]): void {
  const catalog = `${graph.base}/catalog`;
  describeCatalog(graph, site, catalog);
  const collection = catalog + queries.collection;
  graph.type(collection, 'hydra:Collection');
  graph.literal(collection, 'hydra:totalItems', String(total), 'xsd:integer');
  // Pages of a collection that has only one are at its own address.
  const view = `${catalog}${queries.view}#view`;
  graph.link(collection, 'hydra:view', view);
  // Older harvesters of CKAN know the second name alone.
  graph.type(view, 'hydra:PartialCollectionView', 'hydra:PagedCollection');
  for (const place of ['first', 'previous', 'next', 'last'] as const) {
    const query = queries[place];
    if (query !== undefined) graph.link(view, `hydra:${place}`, catalog + query);
  }
  for (const entry of entries) {
    graph.link(catalog, 'dcat:dataset', entry.uri);
    graph.link(catalog, 'dcat:record', `${entry.uri}#record`);
    for (const { uri } of entry.tables) graph.link(catalog, 'dcat:service', `${uri}-service`);
    describeEntry(graph, entry);
  }
}

function describeCatalog(graph: Graph, { name, title, description }: CatalogName, catalog: string): void {
  const { base } = graph;
  const publisher = `${base}/#publisher`;
  const service = `${base}/api/v1`;
  graph.type(catalog, 'dcat:Catalog');
  graph.label(catalog, 'dct:title', title);
  graph.label(catalog, 'dct:description', description);
  graph.link(catalog, 'dct:language', describeLanguage(graph));
  graph.link(catalog, 'dct:publisher', publisher);
  graph.type(publisher, 'foaf:Agent');
  graph.label(publisher, 'foaf:name', name);
  graph.link(catalog, 'foaf:homepage', `${base}/`);
  graph.type(`${base}/`, 'foaf:Document');
  graph.link(catalog, 'dcat:themeTaxonomy', THEMES);
  graph.type(THEMES, 'skos:ConceptScheme');
  graph.label(THEMES, 'dct:title', '数据主题');
  graph.link(catalog, 'dcat:service', service);
  graph.type(service, 'dcat:DataService');
  graph.label(service, 'dct:title', `${name}接口`);
  graph.link(service, 'dcat:endpointURL', service);
  graph.link(service, 'dcat:endpointDescription', `${base}/openapi.json`);
}
