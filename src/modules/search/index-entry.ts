import { documentNumberKeys } from '../kernel/identifier/index.js';
import { attachedFiles, plainBody, type RecordRow } from '../catalog/index.js';
import type { Department } from '../department/index.js';
import type { VocabularyService } from '../vocabulary/index.js';
import type { IndexEntry } from './search-engine.js';

type Profile = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);
const some = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

/** Characters of attachments that a record is found by. */
export const MOST_OF_ATTACHMENTS = 200_000;

/** The entry of a published record; `fileTexts` are those of its files by their SHA-256. Pure. */
export function indexEntry(
  row: RecordRow,
  departments: ReadonlyMap<string, Department>,
  vocabulary: VocabularyService,
  fileTexts: ReadonlyMap<string, string>,
): IndexEntry {
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
    attachments: attachmentText(row, fileTexts),
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
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    license: text(profile.license),
  };
}

/** A file is found by its title too, if it is found by its text at all. */
function attachmentText(row: RecordRow, fileTexts: ReadonlyMap<string, string>): string {
  const parts = attachedFiles(row).flatMap(({ title, sha256 }) => {
    const content = fileTexts.get(sha256);
    return content ? [title, content] : [];
  });
  return parts.join('\n').slice(0, MOST_OF_ATTACHMENTS);
}

/** A record of a city is one of its province too, and one of a second-level topic is one of the first. */
function withAncestors(table: 'topic' | 'region', code: string | null, vocabulary: VocabularyService): string[] {
  if (code === null) return [];
  return [...new Set([...vocabulary.ancestors(table, code).map((item) => item.code), code])];
}
