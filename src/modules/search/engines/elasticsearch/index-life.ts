import { randomUUID } from 'node:crypto';
import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import { AppError } from '../../../kernel/app-error.js';
import { MAPPING_VERSION, MAPPINGS, SETTINGS, TERM_MAPPINGS } from './index-definition.js';
import type { IndexNames } from './index-names.js';

const LOCK_ID = 'rebuild';
/** A rebuild that has not written for so long is dead. */
const LOCK_MS = 120_000;
/** An index of a server that has just come back needs a moment to open. */
const OPENING = '5s';

/** Who rebuilds, and when it last wrote. */
interface Lock {
  at: number;
  owner: string;
}

/** Indices and the aliases that say which of them is live and which is being built. */
export class IndexLife {
  private readonly owner = randomUUID();
  private rebuilding = false;

  constructor(
    private readonly client: Client,
    /** Waits longer, for what large indices take. */
    private readonly patient: Client,
    private readonly names: IndexNames,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Creates what is missing; true when the live index was never filled or is of another layout. */
  async prepare(): Promise<boolean> {
    let { live } = await this.targets();
    if (live[0] === this.names.first) {
      await this.dropLost();
      ({ live } = await this.targets());
    }
    await this.ensure(this.names.terms, TERM_MAPPINGS);
    if (live.length > 0) return live[0] === this.names.first || !(await this.hasPresentLayout(live[0]!));
    // Under a name of its own, so that of several processes one creates it, and whoever finds it knows that it was never filled.
    await this.create(this.names.first, SETTINGS, MAPPINGS, this.names.live);
    return true;
  }

  /** A server killed in the moment in which it creates an index keeps its name without a shard; before the first filling nothing is lost with it. */
  private async dropLost(): Promise<void> {
    const { first, terms, locks } = this.names;
    const health = await this.client.cluster.health(
      { index: [first, terms, locks], level: 'indices', wait_for_status: 'yellow', timeout: OPENING, expand_wildcards: 'none' },
      { ignore: [404, 408] },
    );
    const lost = Object.entries(health.indices ?? {}).flatMap(([index, { status }]) => (status === 'red' ? [index] : []));
    if (lost.length > 0) await this.client.indices.delete({ index: lost, ignore_unavailable: true });
  }

  /** Where writes go: the live index, and the one being built. */
  async targets(): Promise<{ live: string[]; next: string[] }> {
    const aliases = await this.client.indices.getAlias({ name: `${this.names.live},${this.names.next}` }, { ignore: [404] });
    const having = (alias: string) =>
      Object.entries(aliases)
        .filter(([, value]) => typeof value === 'object' && value.aliases?.[alias])
        .map(([index]) => index);
    return { live: having(this.names.live), next: having(this.names.next) };
  }

  /** @throws AppError CONFLICT while another process, or another task of this one, rebuilds */
  async begin(): Promise<string> {
    if (this.rebuilding) throw underWay();
    this.rebuilding = true;
    try {
      await this.lock();
      await this.dropNext();
      const index = this.names.version(this.now());
      // Bulk work first, searchable at the end.
      await this.create(index, { ...SETTINGS, refresh_interval: '-1' }, MAPPINGS, this.names.next);
      return index;
    } catch (error) {
      this.rebuilding = false;
      throw error;
    }
  }

  /** Says that the rebuild is alive. */
  async beat(): Promise<void> {
    await this.client.index({ index: this.names.locks, id: LOCK_ID, document: this.sign() });
  }

  /** The new index takes over in one step; the one before stays for a rollback, older ones go. */
  async publish(index: string): Promise<void> {
    await this.patient.indices.putSettings({ index, settings: { refresh_interval: SETTINGS.refresh_interval } });
    await this.patient.indices.refresh({ index });
    const { live } = await this.targets();
    await this.patient.indices.updateAliases({
      actions: [...this.takeOver(live, index), { remove: { index, alias: this.names.next } }],
    });
    const old = (await this.versions()).filter((name) => name !== index && !live.includes(name) && name < index);
    if (old.length > 0) await this.patient.indices.delete({ index: old, ignore_unavailable: true });
    this.rebuilding = false;
    await this.unlock();
  }

  /** The newest index before the live one takes over again; false when none is kept that this version can read. */
  async rollback(): Promise<boolean> {
    const { live, next } = await this.targets();
    const before = (await this.versions()).filter((name) => name < live[0]! && !next.includes(name) && name !== this.names.first).at(-1);
    if (before === undefined || !(await this.hasPresentLayout(before))) return false;
    await this.client.indices.updateAliases({
      actions: this.takeOver(live, before),
    });
    return true;
  }

  private takeOver(live: readonly string[], index: string): estypes.IndicesUpdateAliasesAction[] {
    const alias = this.names.live;
    return [...live.map((old) => ({ remove: { index: old, alias } })), { add: { index, alias } }];
  }

  /** Every version of the index that is kept, the oldest first. */
  private async versions(): Promise<string[]> {
    return Object.keys(await this.patient.indices.get({ index: this.names.versions, features: ['aliases'] })).sort();
  }

  /** The lock of a rebuild that is thrown away while the server is away stays behind, and is taken over by the next one. */
  async discard(): Promise<void> {
    this.rebuilding = false;
    await this.dropNext();
    await this.unlock();
  }

  private async dropNext(): Promise<void> {
    const { next } = await this.targets();
    if (next.length > 0) await this.client.indices.delete({ index: next, ignore_unavailable: true });
  }

  private async hasPresentLayout(index: string): Promise<boolean> {
    const answer = await this.client.indices.getMapping({ index });
    const meta = answer[index]?.mappings._meta as { mappingVersion?: number } | undefined;
    return meta?.mappingVersion === MAPPING_VERSION;
  }

  private async ensure(index: string, mappings: estypes.MappingTypeMapping): Promise<void> {
    if (await this.client.indices.exists({ index })) return;
    await this.create(index, { number_of_shards: 1, auto_expand_replicas: '0-1' }, mappings);
  }

  /** With its alias in one step; an index that another process has just created is as good. */
  private async create(
    index: string,
    settings: estypes.IndicesIndexSettings,
    mappings: estypes.MappingTypeMapping,
    alias?: string,
  ): Promise<void> {
    const aliases = alias === undefined ? {} : { [alias]: {} };
    await this.client.indices.create({ index, settings, mappings, aliases }).catch((error: unknown) => {
      if (!(error instanceof errors.ResponseError && /resource_already_exists/.test(error.message))) throw error;
    });
  }

  /** Taken from a dead rebuild, and from one of this process, which runs one at a time. */
  private async lock(): Promise<void> {
    await this.ensure(this.names.locks, {
      dynamic: 'strict',
      properties: { at: { type: 'long', index: false }, owner: { type: 'keyword', index: false } },
    });
    // Another process may have created it this very moment.
    await this.client.cluster.health({ index: this.names.locks, wait_for_status: 'yellow', timeout: OPENING }, { ignore: [408] });
    const held = await this.client.get<Lock>({ index: this.names.locks, id: LOCK_ID }, { ignore: [404] });
    const alive = this.now().getTime() - (held._source?.at ?? 0) < LOCK_MS;
    if (held.found && alive && held._source?.owner !== this.owner) throw underWay();
    try {
      await this.client.index({
        index: this.names.locks,
        id: LOCK_ID,
        document: this.sign(),
        ...(held.found ? { if_seq_no: held._seq_no, if_primary_term: held._primary_term } : { op_type: 'create' as const }),
      });
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === 409) throw underWay();
      throw error;
    }
  }

  private sign(): Lock {
    return { at: this.now().getTime(), owner: this.owner };
  }

  private async unlock(): Promise<void> {
    await this.client.delete({ index: this.names.locks, id: LOCK_ID }, { ignore: [404] });
  }
}

function underWay(): AppError {
  return new AppError('CONFLICT', '检索索引正在由另一个进程重建，请等它完成后再试。', {
    english: 'Another process is rebuilding the search index; try again when it has finished.',
  });
}
