import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import { AppError } from '../../../kernel/app-error.js';
import { MAPPING_VERSION, MAPPINGS, SETTINGS, TERM_MAPPINGS } from './index-definition.js';
import type { IndexNames } from './index-names.js';

const LOCK_ID = 'rebuild';
/** A rebuild that has not written for so long is dead. */
const LOCK_MS = 120_000;

/** Indices and the aliases that say which of them is live and which is being built. */
export class IndexLife {
  constructor(
    private readonly client: Client,
    private readonly names: IndexNames,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Creates what is missing; true when the live index was never filled or is of another layout. */
  async prepare(): Promise<boolean> {
    await this.ensure(this.names.terms, TERM_MAPPINGS);
    const { live } = await this.targets();
    if (live.length > 0) return live[0] === this.names.first || !(await this.hasPresentLayout(live[0]!));
    // Under a name of its own, so that of several processes one creates it, and whoever finds it knows that it was never filled.
    await this.create(this.names.first, SETTINGS, MAPPINGS, this.names.live);
    return true;
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

  /** @throws AppError CONFLICT while another process rebuilds */
  async begin(): Promise<string> {
    await this.prepareLock();
    await this.dropNext();
    const index = this.names.version(this.now());
    // Bulk work first, searchable at the end.
    await this.create(index, { ...SETTINGS, refresh_interval: '-1' }, MAPPINGS, this.names.next);
    return index;
  }

  /** Says that the rebuild is alive. */
  async beat(): Promise<void> {
    await this.client.index({ index: this.names.locks, id: LOCK_ID, document: { at: this.now().getTime() } });
  }

  /** The new index takes over in one step; the one before stays for a rollback, older ones go. */
  async publish(index: string): Promise<void> {
    await this.client.indices.putSettings({ index, settings: { refresh_interval: SETTINGS.refresh_interval } });
    await this.client.indices.refresh({ index });
    const { live } = await this.targets();
    await this.client.indices.updateAliases({
      actions: [
        ...live.map((old) => ({ remove: { index: old, alias: this.names.live } })),
        { remove: { index, alias: this.names.next } },
        { add: { index, alias: this.names.live } },
      ],
    });
    const versions = Object.keys(await this.client.indices.get({ index: this.names.versions, features: ['aliases'] })).sort();
    const old = versions.filter((name) => name !== index && !live.includes(name) && name < index);
    if (old.length > 0) await this.client.indices.delete({ index: old, ignore_unavailable: true });
    await this.unlock();
  }

  async discard(): Promise<void> {
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

  private async prepareLock(): Promise<void> {
    await this.ensure(this.names.locks, { dynamic: 'strict', properties: { at: { type: 'long', index: false } } });
    const held = await this.client.get<{ at: number }>({ index: this.names.locks, id: LOCK_ID }, { ignore: [404] });
    const now = this.now().getTime();
    if (held.found && now - (held._source?.at ?? 0) < LOCK_MS) throw underWay();
    try {
      await this.client.index({
        index: this.names.locks,
        id: LOCK_ID,
        document: { at: now },
        ...(held.found ? { if_seq_no: held._seq_no, if_primary_term: held._primary_term } : { op_type: 'create' as const }),
      });
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === 409) throw underWay();
      throw error;
    }
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
