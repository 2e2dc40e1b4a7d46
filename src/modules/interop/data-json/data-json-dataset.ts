import type { CatalogEntry, EntryConcept, EntryDistribution, EntryTable } from '../mapping/entry.js';
import { uriOf } from '../dcat/iri.js';
import { intervalOf } from './accrual.js';
import { contactOf, type Fallback, keywordsOf } from './mandatory.js';
import { type Members, membersOf, some, type Values, writtenMembers } from './statement-values.js';

const ACCESS: Record<string, string> = { PUBLIC: 'public', RESTRICTED: 'restricted public', NON_PUBLIC: 'non-public' };
const MEDIA_TYPE = /^[-\w]+\/[-\w]+(\.[-\w]+)*([+][-\w]+)?$/;
const ANY_FILE = 'application/octet-stream';
const LONGEST = { description: 10_000, rights: 255, keyword: 1_000 };

/** How the values of each member look in data.json; what is not here is written as it is. */
const WRITE: Record<string, (values: Values) => unknown> = {
  description: ({ text = [] }) => text[0]?.slice(0, LONGEST.description),
  rights: ({ text = [] }) => text[0]?.slice(0, LONGEST.rights),
  publisher: ({ agent = [] }) => agent[0] && { '@type': 'org:Organization', name: agent[0].name },
  theme: ({ concept = [] }) => some(concept.map(({ label }) => label)),
  spatial: ({ concept = [] }) => concept[0]?.label,
  accessLevel: ({ concept = [] }) => ACCESS[concept[0]?.code ?? ''],
  accrualPeriodicity: ({ concept = [] }) => concept[0] && intervalOf(concept[0]),
  license: ({ concept = [] }) => concept[0] && licenceOf(concept[0]),
  references: ({ address = [] }) => some(address.flatMap((each) => uriOf(each) ?? [])),
  landingPage: ({ address = [] }) => address[0] && uriOf(address[0]),
  // The schema has no word for a period that is open at an end.
  temporal: ({ period: [period] = [] }) => (period?.start && period.end ? `${period.start}/${period.end}` : undefined),
  distribution: ({ distribution = [], table = [] }) => some([...distribution.map(fileOf), ...table.flatMap(exportsOf)]),
  title: ({ text = [] }) => text[0],
  identifier: ({ code = [] }) => code[0],
  issued: ({ date = [] }) => date[0],
  modified: ({ date = [] }) => date[0],
};

/** A record as a dataset of data.json (Project Open Data schema 1.1, not of a federal agency). Pure. */
export function dataJsonDataset(entry: CatalogEntry, fallback: Fallback): Members {
  const members = membersOf(entry, 'dataJson');
  const { record } = entry;
  const written = writtenMembers(members, WRITE);
  return {
    '@type': 'dcat:Dataset',
    ...written,
    description: written.description ?? record.title,
    keyword: keywordsOf(members.get('keyword')?.text ?? [], entry).map((each) => each.slice(0, LONGEST.keyword)),
    modified: written.modified ?? record.updatedAt,
    publisher: written.publisher ?? { '@type': 'org:Organization', name: fallback.site.name },
    contactPoint: { '@type': 'vcard:Contact', ...contactOf(members.get('contactPoint')?.contact?.[0], fallback) },
    language: ['zh-CN'],
  };
}

/** Licences are named by address; one that only stands on the record has none. */
const licenceOf = ({ official, uri }: EntryConcept) => official[0] ?? uri ?? undefined;

function fileOf({ title, description, accessUrl, downloadUrl, format, mediaType }: EntryDistribution): Members {
  const download = downloadUrl ? uriOf(downloadUrl) : undefined;
  const type = mediaType && MEDIA_TYPE.test(mediaType) ? mediaType : undefined;
  return {
    '@type': 'dcat:Distribution',
    title,
    description: description?.slice(0, LONGEST.description) ?? undefined,
    accessURL: uriOf(accessUrl),
    downloadURL: download,
    // Mandatory beside a downloadURL.
    mediaType: type ?? (download ? ANY_FILE : undefined),
    format: format?.label,
  };
}

const exportsOf = ({ title, page, openApiUrl, exports }: EntryTable): Members[] =>
  exports.map(({ format, url, mediaType }) => ({
    '@type': 'dcat:Distribution',
    title: `${title}（${format}）`,
    accessURL: uriOf(page),
    downloadURL: uriOf(url),
    mediaType,
    format,
    describedBy: uriOf(openApiUrl),
    describedByType: 'application/json',
  }));
