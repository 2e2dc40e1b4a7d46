import { Injectable } from '@nestjs/common';
import {
  DatasetInput,
  DocumentInput,
  type Draft,
  type InputFields,
  presentDraft,
  RecordReader,
  type RecordKind,
  RecordWriter,
  unknownRecord,
  WorkflowService,
} from '../../../catalog/index.js';
import { DepartmentService } from '../../../department/index.js';
import { type ActingContext, may } from '../../../identity/index.js';
import { invalidField } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { validate } from '../../../kernel/field/index.js';
import { VocabularyService } from '../../../vocabulary/index.js';
import { EntryBuilder } from '../../mapping/entry-builder.js';
import type { CatalogEntry } from '../../mapping/entry.js';
import { EntryReader } from '../../reading/entry-reader.js';
import { PackageActions } from '../action/package.actions.js';
import { identifierOfName, nameOf } from '../package/package-name.js';
import { packageOf } from '../package/present-package.js';
import { changedInput, newInput } from './changed-input.js';
import { GivenPackage, textIn } from './given-package.js';
import { packageFields, type PackageFields } from './package-fields.js';
import { inCkanWords } from './write-errors.js';

type Members = Readonly<Record<string, unknown>>;
type Shown = ReturnType<typeof packageOf>;

/** Writes packages through the same services as every other interface: at once with a key that may, else as a submission. */
@Injectable()
export class PackageWriter {
  constructor(
    private readonly packages: PackageActions,
    private readonly entries: EntryReader,
    private readonly builder: EntryBuilder,
    private readonly records: RecordReader,
    private readonly writer: RecordWriter,
    private readonly workflow: WorkflowService,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError */
  async create(members: Members, context: ActingContext): Promise<Shown> {
    const given = new GivenPackage(members);
    const kind = kindOf(given, 'dataset');
    const fields = await this.fields(given, kind);
    return this.write(kind, { ...newInput(fields), identifier: newIdentifier(given) }, null, context);
  }

  /** @throws AppError */
  async update(id: string, members: Members, context: ActingContext): Promise<Shown> {
    const entry = await this.packages.entry(id);
    return this.change(entry, packageOf(entry), members, context);
  }

  /** What is not given stays. @throws AppError */
  async patch(id: string, members: Members, context: ActingContext): Promise<Shown> {
    const entry = await this.packages.entry(id);
    const shown = packageOf(entry);
    return this.change(entry, shown, { ...shown, ...members }, context);
  }

  /** The resource as it is then shown. @throws AppError */
  async addResource(id: string, { package_id: _, id: __, ...resource }: Members, context: ActingContext): Promise<object> {
    const entry = await this.packages.entry(id);
    const shown = packageOf(entry);
    if (textIn(resource, 'url') === undefined) throw invalidField('url', '缺少这个参数：资源的网址');
    const files = shown.resources.filter(({ datastore_active: isTable }) => !isTable);
    const changed = await this.change(entry, shown, { ...shown, resources: [...shown.resources, resource] }, context);
    const added = changed.resources.filter(({ datastore_active: isTable }) => !isTable)[files.length];
    return { ...added, ...(changed.state === 'draft' ? { state: 'draft', submission_id: changed.submission_id } : {}) };
  }

  /** Withdraws a record; one who may only draft proposes it, and the answer says so. @throws AppError */
  async withdraw(id: string, reason: string, context: ActingContext): Promise<object | null> {
    const { record } = await this.packages.entry(id);
    const { identifier, kind, revision } = record;
    if (!may(context.actor, 'record.publishDirectly')) {
      const { id: submission } = await this.workflow.proposeWithdrawal(identifier, reason, context);
      return { id: identifier, name: nameOf(identifier), state: 'draft', submission_id: submission };
    }
    await this.writer.withdraw(kind, identifier, revision, reason, { actor: context.actor.name, requestId: context.requestId });
    return null;
  }

  private async change(entry: CatalogEntry, shown: Shown, members: Members, context: ActingContext): Promise<Shown> {
    const { identifier, revision } = entry.record;
    const declared = (await this.records.declared([identifier])).get(identifier);
    if (!declared) throw unknownRecord(identifier);
    const given = new GivenPackage(members);
    if (kindOf(given, declared.kind) !== declared.kind) throw invalidField('type', `种类不能改变，应为 ${declared.kind}`);
    const name = given.text('name');
    if (name !== undefined && name !== identifier && identifierOfName(name) !== identifier)
      throw invalidField('name', `name 不能改变，应为 ${nameOf(identifier)}`);
    const [before, after] = await Promise.all([
      this.fields(new GivenPackage(JSON.parse(JSON.stringify(shown)) as Members), declared.kind),
      this.fields(given, declared.kind),
    ]);
    return this.write(declared.kind, { ...changedInput(declared.input, before, after), identifier }, revision, context);
  }

  private async fields(given: GivenPackage, kind: RecordKind): Promise<PackageFields> {
    return packageFields(given, kind, { terms: this.vocabulary, organization: await this.organization(given) });
  }

  /** Name of the department that a package belongs to. @throws AppError VALIDATION_FAILED for one that there is not */
  private async organization(given: GivenPackage): Promise<string | undefined> {
    const object = given.object('organization') ?? {};
    const wanted = given.text('owner_org') ?? textIn(object, 'id') ?? textIn(object, 'name');
    if (wanted === undefined) return undefined;
    const codes = [wanted, identifierOfName(wanted), ...(await this.departments.codesOf([wanted]))];
    const found = await this.departments.byCodes([...new Set(codes)]);
    const department = codes.flatMap((code) => found.get(code) ?? [])[0];
    if (!department) throw invalidField('owner_org', `没有部门“${wanted.slice(0, 60)}”，可用的见 organization_list`);
    return department.name;
  }

  private async write(kind: RecordKind, input: InputFields, revision: number | null, context: ActingContext): Promise<Shown> {
    try {
      const draft = { kind, input: validate<Draft['input']>(kind === 'dataset' ? DatasetInput : DocumentInput, input) } as Draft;
      return await (may(context.actor, 'record.publishDirectly') ? this.publish(draft, revision, context) : this.submit(draft, context));
    } catch (error) {
      throw inCkanWords(error, kind);
    }
  }

  private async publish(draft: Draft, revision: number | null, { actor, requestId }: ActingContext): Promise<Shown> {
    const context = { actor: actor.name, requestId };
    await (revision === null ? this.writer.create(draft, context) : this.writer.replace(draft, revision, context));
    return packageOf(await this.entries.get(draft.input.identifier));
  }

  /** A draft that the department submits, reviews and signs; nobody else sees it before. */
  private async submit(draft: Draft, context: ActingContext): Promise<Shown> {
    const { id, department } = await this.workflow.create(draft, {}, context);
    const departments = await this.departments.byCodes([department]);
    const record = presentDraft(draft, department, this.clock.now(), this.vocabulary);
    return { ...packageOf(this.builder.build(record, { departments, tables: [] })), state: 'draft', private: true, submission_id: id };
  }
}

function kindOf(given: GivenPackage, absent: RecordKind): RecordKind {
  const type = given.text('type') ?? absent;
  if (type !== 'dataset' && type !== 'document') throw invalidField('type', '应为 dataset（数据）或 document（文件）');
  return type;
}

/** Name and id say the same here. */
function newIdentifier(given: GivenPackage): string {
  const [id, name] = [given.text('id'), given.text('name')];
  const identifier = id ?? (name === undefined ? undefined : identifierOfName(name));
  if (identifier === undefined) throw invalidField('name', '缺少这个参数');
  if (name !== undefined && name !== identifier && identifierOfName(name) !== identifier)
    throw invalidField('name', `name 由 id 得来：给 id 时应为 ${nameOf(identifier)}，或只给 name`);
  return identifier;
}
