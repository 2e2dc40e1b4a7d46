import { fileTypeUri } from '../mapping/authority.js';
import type { EntryDistribution, EntryTable } from '../mapping/entry.js';
import { describeOfficial } from './describe-concept.js';
import type { Graph } from './graph.js';
import { iriOf } from './iri.js';

/** The one algorithm of ours, as the shapes of DCAT-AP 3.0.1 ask for it. */
const SHA256 = 'https://spdx.org/rdf/terms#checksumAlgorithm_sha256';
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

/** Says what is at an address that is fetched: its type as the EU table and the registry of media types name it. */
function describeFormat(graph: Graph, iri: string, label: string | undefined, fileType: string | null, mediaType: string | null): void {
  if (fileType) graph.link(iri, 'dct:format', describeOfficial(graph, fileType, label ?? fileType, 'dct:MediaTypeOrExtent'));
  // Types with x- are in no registry.
  if (!mediaType || /\/x-/.test(mediaType)) return;
  const type = iriOf(MEDIA_TYPES + mediaType);
  if (!type) return;
  graph.type(type, 'dct:MediaType');
  graph.link(iri, 'dcat:mediaType', type);
}

/** A file or an address elsewhere. */
export function describeDistribution(graph: Graph, file: EntryDistribution, licence: string | undefined): string {
  const { uri, title, description, accessUrl, downloadUrl, format, mediaType, byteSize, sha256 } = file;
  graph.type(uri, 'dcat:Distribution');
  graph.label(uri, 'dct:title', title);
  if (description) graph.label(uri, 'dct:description', description);
  graph.link(uri, 'dcat:accessURL', iriOf(accessUrl) ?? uri);
  const download = downloadUrl && iriOf(downloadUrl);
  if (download) graph.link(uri, 'dcat:downloadURL', download);
  describeFormat(graph, uri, format?.label, format?.official[0] ?? null, mediaType);
  if (format && !format.official[0]) graph.label(uri, 'hz:format', format.label);
  if (byteSize !== null) graph.literal(uri, 'dcat:byteSize', String(byteSize), 'xsd:nonNegativeInteger');
  if (sha256) describeChecksum(graph, uri, sha256);
  if (licence) graph.link(uri, 'dct:license', licence);
  return uri;
}

function describeChecksum(graph: Graph, iri: string, sha256: string): void {
  const checksum = `${iri}-checksum`;
  graph.link(iri, 'spdx:checksum', checksum);
  graph.type(checksum, 'spdx:Checksum');
  graph.link(checksum, 'spdx:algorithm', SHA256);
  graph.literal(checksum, 'spdx:checksumValue', sha256, 'xsd:hexBinary');
  graph.type(SHA256, 'spdx:ChecksumAlgorithm');
}

/** The files of a table, one a format, and the service that answers its rows. */
export function describeTable(graph: Graph, table: EntryTable, dataset: string, licence: string | undefined): string[] {
  const { uri, title, page, rowsUrl, openApiUrl, rowCount, exports } = table;
  const service = `${uri}-service`;
  graph.type(service, 'dcat:DataService');
  graph.label(service, 'dct:title', `${title}：逐行查询`);
  graph.link(service, 'dcat:endpointURL', rowsUrl);
  graph.link(service, 'dcat:endpointDescription', openApiUrl);
  graph.link(service, 'dcat:servesDataset', dataset);
  graph.link(service, 'dcat:landingPage', page);
  graph.type(page, 'foaf:Document');
  graph.literal(service, 'hz:rowCount', String(rowCount), 'xsd:integer');
  if (licence) graph.link(service, 'dct:license', licence);
  return exports.map(({ format, url, mediaType }) => {
    const iri = `${uri}-${format}`;
    graph.type(iri, 'dcat:Distribution');
    graph.label(iri, 'dct:title', `${title}（${format}）`);
    graph.link(iri, 'dcat:accessURL', page);
    graph.link(iri, 'dcat:downloadURL', url);
    graph.link(iri, 'dcat:accessService', service);
    describeFormat(graph, iri, format.toUpperCase(), fileTypeUri(format === 'ndjson' ? 'jsonl' : format), mediaType);
    if (licence) graph.link(iri, 'dct:license', licence);
    return iri;
  });
}
