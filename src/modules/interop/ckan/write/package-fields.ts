import type { RecordKind } from '../../../catalog/index.js';
import { invalidField } from '../../../kernel/app-error.js';
import { CKAN } from '../../mapping/column/ckan.js';
import type { Column } from '../../mapping/column/column.js';
import type { Fact } from '../../mapping/fact.js';
import { type FactName, FACTS } from '../../mapping/facts.js';
import { identifierOfName } from '../package/package-name.js';
import { AGENTS_BETWEEN, EXTRA, LISTED_FACTS, PHONE } from '../package/present-package.js';
import { resourceKeyOf } from '../package/resource-id.js';
import type { SearchTerms } from '../search/search-terms.js';
import { type GivenPackage, textIn } from './given-package.js';

/** What is known of a package beside what it says. */
export interface PackageContext {
  terms: SearchTerms;
  /** Name of the department that owner_org or organization names. */
  organization: string | undefined;
}

/** A field of the input, and its value; undefined when the package does not say. */
export type PackageFields = Record<string, unknown>;

/** A file of a package, and the id of the resource that it was. */
export interface GivenFile {
  id: string | undefined;
  title: string;
  url: string | undefined;
  format: string | undefined;
  description: string | undefined;
  byteSize: number | undefined;
}

const COLUMN: Column = CKAN;
/** What follows from the record, or is told by another member. */
const DERIVED = new Set<FactName>(['identifier', 'uri', 'page', 'createdAt', 'updatedAt', 'accessRights', 'tables']);
const KNOWN_EXTRAS = new Set([
  ...Object.values(COLUMN).flatMap((word) => (word.startsWith(EXTRA) ? [word.slice(EXTRA.length)] : [])),
  PHONE,
]);

/** Field of the input that holds a fact. */
export function fieldOf(fact: FactName, kind: RecordKind): string {
  if (fact === 'agents') return kind === 'dataset' ? 'provider' : 'issuer';
  if (fact === 'distributions') return kind === 'dataset' ? 'resources' : 'attachments';
  return fact;
}

/** Fields of the input that a package fills: the CKAN column read backwards. Pure. @throws AppError VALIDATION_FAILED */
export function packageFields(given: GivenPackage, kind: RecordKind, context: PackageContext): PackageFields {
  const unknown = [...given.extras.keys()].find((key) => !KNOWN_EXTRAS.has(key));
  if (unknown !== undefined)
    throw invalidField('extras', `没有地方保存“${unknown.slice(0, 60)}”，可用的有 ${[...KNOWN_EXTRAS].join('、')}`);
  const fields: PackageFields = {};
  for (const fact of FACTS as readonly (Fact & { name: FactName })[]) {
    const word = COLUMN[fact.name];
    if (!word || DERIVED.has(fact.name) || !fact.kinds.includes(kind) || (fact.name === 'contact' && kind === 'document')) continue;
    fields[fieldOf(fact.name, kind)] = word.startsWith(EXTRA)
      ? extraValue(fact, given.extras.get(word.slice(EXTRA.length)))
      : memberValue(fact.name, word, given, kind, context);
  }
  if (kind === 'dataset') fields.formats ??= formatsOf(fields.resources as GivenFile[]);
  return fields;
}

function extraValue({ name, type }: Fact & { name: FactName }, text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  if (LISTED_FACTS.has(name)) return listOf(text);
  if (name === 'classPath') return text.split('\\');
  if (type === 'number') return /^\d{1,15}$/.test(text) ? Number(text) : text;
  if (type !== 'period') return text;
  const [start, end] = text.split('/').map((bound) => (bound === '..' || bound === '' ? undefined : bound));
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

function listOf(text: string): unknown {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [text];
  } catch {
    return text.split(/[,，]/u).map((part) => part.trim());
  }
}

function memberValue(
  fact: FactName,
  word: string,
  given: GivenPackage,
  kind: RecordKind,
  { terms, organization }: PackageContext,
): unknown {
  switch (fact) {
    case 'keywords':
      return given.has('tags') ? given.objects('tags').flatMap((tag) => textIn(tag, 'name') ?? []) : undefined;
    case 'agents':
      return agentsOf(given.text('author'), kind, organization);
    case 'contact':
      return contactOf(given);
    case 'topic':
      return topicOf(given, terms);
    case 'license':
      return licenceOf(given, terms);
    case 'relations':
      return relationsOf(given);
    case 'distributions':
      return given.objects('resources').flatMap(fileOf);
    default:
      return given.text(word);
  }
}

/** The organization leads; whoever stands behind it in a joint document is named by author. */
function agentsOf(author: string | undefined, kind: RecordKind, organization: string | undefined): unknown {
  if (kind === 'dataset') return organization ?? author;
  const named = author?.split(AGENTS_BETWEEN) ?? [];
  if (organization === undefined) return named;
  return named[0] === organization ? named : [organization];
}

function contactOf(given: GivenPackage): object | undefined {
  const [unit, email, phone] = [given.text('maintainer'), given.text('maintainer_email'), given.extras.get(PHONE)];
  if (!unit && !email && !phone) return undefined;
  return { ...(unit ? { unit } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
}

function topicOf(given: GivenPackage, terms: SearchTerms): string | undefined {
  const group = given.objects('groups')[0];
  if (!group) return undefined;
  const [id, name, title] = ['id', 'name', 'title'].map((member) => textIn(group, member));
  const codes = [id, name === undefined ? undefined : identifierOfName(name)].filter((code) => code !== undefined);
  return codes.find((code) => terms.item('topic', code)) ?? title ?? codes[0];
}

/** As it was spelled, when that is the licence that the id says. */
function licenceOf(given: GivenPackage, terms: SearchTerms): string | undefined {
  const id = given.text('license_id');
  const title = given.text('license_title');
  if (id === undefined) return undefined;
  if (title !== undefined && terms.resolve('licence', title)?.code === id) return title;
  return terms.item('licence', id)?.label ?? id;
}

function relationsOf(given: GivenPackage): object[] {
  return given.objects('relationships_as_subject').map((relation) => {
    const object = textIn(relation, 'object');
    const target = textIn(relation, 'object_package_id') ?? (object === undefined ? undefined : identifierOfName(object));
    return { type: relation.type, target, ...(relation.comment === 'partial' ? { partial: true } : {}) };
  });
}

/** Tables are made from files, so a resource that is one of them says nothing of its own. */
function fileOf(resource: Record<string, unknown>): GivenFile[] {
  const id = textIn(resource, 'id');
  const key = id === undefined ? undefined : resourceKeyOf(id);
  if (resource.datastore_active === true && key && 'table' in key) return [];
  const { size } = resource;
  const url = textIn(resource, 'url');
  return [
    {
      id,
      title: textIn(resource, 'name') ?? textIn(resource, 'title') ?? url ?? '',
      url,
      format: textIn(resource, 'format')?.toLowerCase(),
      description: textIn(resource, 'description'),
      byteSize: typeof size === 'number' ? size : typeof size === 'string' && /^\d{1,15}$/.test(size) ? Number(size) : undefined,
    },
  ];
}

function formatsOf(files: readonly GivenFile[]): string[] | undefined {
  const formats = [...new Set(files.flatMap(({ format }) => format ?? []))];
  return formats.length > 0 ? formats : undefined;
}
