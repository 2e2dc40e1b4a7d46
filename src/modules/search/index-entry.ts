import { documentNumberKeys } from '../kernel/identifier/index.js';
import { plainBody, type RecordRow } from '../catalog/index.js';
import type { Department } from '../department/index.js';
import type { VocabularyService } from '../vocabulary/index.js';
import type { IndexEntry } from './search-engine.js';

type Profile = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);
const some = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

/** The entry of a published record. Pure. */
export function indexEntry(row: RecordRow, departments: ReadonlyMap<string, Department>, vocabulary: VocabularyService): IndexEntry {
  const profile = row.profile as Profile;
  const codes = [...some(row.department), ...row.coDepartments];
  const owners = codes.flatMap((code) => departments.get(code) ?? []);
  const items = (profile.items ?? []) as { name: string }[];
  const published = row.publishedOn ?? text(profile.writtenOn);
  return {
    recordId: row.id,
    version: row.revision,
    identifier: row.identifier,
    kind: row.kind,
    title: row.title,
    keywords: row.keywords,
    abstract: row.abstract === row.title ? '' : row.abstract,
    body: plainBody(row.body),
    items: items.map(({ name }) => name),
    organizations: [
      ...new Set([
        ...some(profile.provider),
        ...texts(profile.issuer),
        ...owners.flatMap(({ name, shortNames, formerNames }) => [name, ...shortNames, ...formerNames]),
      ]),
    ],
    identifiers: [
      row.identifier,
      ...some(profile.documentNumber),
      ...documentNumberKeys(text(profile.documentNumber)),
      ...some(profile.indexNumber),
      ...some(profile.resourceCode),
      ...some(profile.providerCode),
    ],
    facets: {
      kind: [row.kind],
      department: codes,
      topic: withAncestors('topic', row.topic, vocabulary),
      region: withAncestors('region', row.region, vocabulary),
      year: some(published.slice(0, 4)),
      format: texts(profile.formats),
      openness: some(profile.openness),
      shareType: some(profile.shareType),
      validity: some(row.validity),
      documentType: some(profile.documentType),
      updateCycle: some(profile.updateCycle),
    },
    publishedOn: published,
    modifiedOn: row.modifiedOn ?? published,
  };
}

/** A record of a city is one of its province too, and one of a second-level topic is one of the first. */
function withAncestors(table: 'topic' | 'region', code: string | null, vocabulary: VocabularyService): string[] {
  if (code === null) return [];
  return [...new Set([...vocabulary.ancestors(table, code).map((item) => item.code), code])];
}
