import type { Department } from '../../../department/index.js';
import type { CatalogEntry, EntryAgent, EntryConcept } from '../../mapping/entry.js';
import { type Statement, statementsOf } from '../../mapping/crosswalk.js';
import type { EntryItem, EntryPeriod } from '../../mapping/fact.js';
import { nameOf } from './package-name.js';
import { naiveInstant } from './naive-instant.js';
import { type CkanResource, fileResource, type ResourceTimes, tableResource } from './present-resource.js';

/** Licences that conform to the Open Definition. */
const OPEN_LICENCES = new Set(['cc-by-4.0', 'cc-by-sa-4.0', 'cc0-1.0', 'odbl-1.0', 'pddl-1.0']);

export const isOpenLicence = (code: string | null): boolean => code !== null && OPEN_LICENCES.has(code);

/** Facts whose extra is a JSON list, however many values there are. */
export const LISTED_FACTS: ReadonlySet<string> = new Set(['items', 'relatedCodes', 'audience', 'formats']);

/** What an extra is called in the column of the crosswalk. */
export const EXTRA = 'extras:';
/** The telephone of the contact, for which CKAN has no member. */
export const PHONE = 'maintainer_phone';
/** Names of all agents, since a package has one organization. */
export const AGENTS_BETWEEN = '、';

/** A package as CKAN shows it. */
export interface CkanPackage extends Record<string, unknown> {
  id: string;
  name: string;
  extras: { key: string; value: string }[];
  resources: CkanResource[];
}

/** An organization as it stands in a package. Pure. */
export function packageOrganization({ code, name }: Pick<EntryAgent | Department, 'code' | 'name'>) {
  return {
    id: code ?? nameOf(name),
    name: nameOf(code ?? name),
    title: name,
    type: 'organization',
    description: '',
    image_url: '',
    is_organization: true,
    approval_status: 'approved',
    state: 'active',
    created: null,
  };
}

/** A topic as a package has it. Pure. */
export function packageGroup(code: string, label: string) {
  return { id: code, name: nameOf(code), title: label, display_name: label, description: '', image_display_url: '' };
}

/** A keyword as a package has it. Pure. */
export const packageTag = (name: string) => ({ id: name, name, display_name: name, state: 'active', vocabulary_id: null });

/** The package of a record: every statement of its CKAN column, and what CKAN clients always expect. Pure. */
export function packageOf(entry: CatalogEntry): CkanPackage {
  const { record } = entry;
  const times = { created: naiveInstant(record.createdAt), modified: naiveInstant(record.updatedAt) };
  const said: Record<string, unknown> = {};
  const extras: CkanPackage['extras'] = [];
  const resources: CkanResource[] = [];
  for (const statement of statementsOf(entry, 'ckan')) {
    if (statement.word.startsWith(EXTRA)) extras.push({ key: statement.word.slice(EXTRA.length), value: extraOf(statement) });
    else if (statement.word === 'resources') resources.push(...resourcesOf(record.identifier, statement, times));
    else {
      const { phone, ...members } = membersOf(statement);
      Object.assign(said, members);
      if (typeof phone === 'string') extras.push({ key: PHONE, value: phone });
    }
  }
  const tags = (said.tags ?? []) as unknown[];
  return {
    author: '',
    author_email: '',
    creator_user_id: null,
    groups: [],
    isopen: false,
    license_id: null,
    license_title: null,
    maintainer: '',
    maintainer_email: '',
    notes: '',
    organization: null,
    owner_org: null,
    private: false,
    state: 'active',
    tags: [],
    type: record.kind,
    url: '',
    version: String(record.revision),
    relationships_as_subject: [],
    relationships_as_object: [],
    ...said,
    id: record.identifier,
    name: nameOf(record.identifier),
    title: record.title,
    extras,
    resources: resources.map((resource, position) => ({ ...resource, position })),
    num_resources: resources.length,
    num_tags: tags.length,
  };
}

function resourcesOf(identifier: string, statement: Statement, times: ResourceTimes): CkanResource[] {
  if (statement.type === 'distribution') return statement.values.map((file, index) => fileResource(identifier, index, file, times));
  return statement.type === 'table' ? statement.values.map((table) => tableResource(identifier, table, times)) : [];
}

/** Members of a package that a statement fills. */
function membersOf({ type, word, values }: Statement): Record<string, unknown> {
  switch (type) {
    case 'agent': {
      const organization = packageOrganization(values[0]!);
      return { [word]: organization, owner_org: organization.id, author: values.map(({ name }) => name).join(AGENTS_BETWEEN) };
    }
    case 'contact': {
      const { name, email, phone } = values[0]!;
      return { [word]: name, [`${word}_email`]: email ?? '', phone };
    }
    case 'concept':
      return word === 'groups'
        ? { groups: values.map(({ code, label }) => packageGroup(code ?? label, label)) }
        : licenceMembers(values[0]!);
    case 'instant':
      return { [word]: naiveInstant(values[0]!) };
    case 'relation':
      return {
        [word]: values.map((relation) => ({
          type: relation.type,
          object_package_id: relation.identifier,
          object: nameOf(relation.identifier),
          comment: relation.partial ? 'partial' : '',
        })),
      };
    case 'text':
      return word === 'tags' ? { tags: values.map(packageTag) } : { [word]: values[0] };
    default:
      return { [word]: values[0] };
  }
}

const licenceMembers = ({ code, label, official }: EntryConcept) => ({
  license_id: code ?? label,
  license_title: label,
  ...(official[0] ? { license_url: official[0] } : {}),
  isopen: isOpenLicence(code),
});

/** The text of an extra. */
function extraOf({ fact, type, values }: Statement): string {
  if (LISTED_FACTS.has(fact)) return JSON.stringify(values.map((value) => (type === 'item' ? said(value as EntryItem) : value)));
  if (type === 'concept') return values[0]!.label;
  if (type === 'period') return intervalOf(values[0]!);
  const [value] = values;
  return typeof value === 'number' ? String(value) : (value as string);
}

/** An interval of ISO 8601; an open end is two dots. */
const intervalOf = ({ start, end }: EntryPeriod) => `${start ?? '..'}/${end ?? '..'}`;

const said = (item: EntryItem) => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null && value !== undefined));
