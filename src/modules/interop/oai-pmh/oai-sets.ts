import { Injectable } from '@nestjs/common';
import type { CatalogEntry } from '../mapping/entry.js';
import { DepartmentService } from '../../department/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import type { EntryFilter } from '../reading/entry-reader.js';
import { codeOfPart, setPart } from './oai-name.js';

/** A set, by which harvesters take a part of the catalog. */
export interface OaiSet {
  spec: string;
  name: string;
}

const KINDS = { dataset: '数据资源', document: '公开文件' } as const;

/** Sets by kind, topic and department. */
@Injectable()
export class OaiSets {
  constructor(
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** All of them, in order of their specs. */
  async all(): Promise<OaiSet[]> {
    const kinds = Object.entries(KINDS).map(([kind, name]) => ({ spec: `kind:${kind}`, name }));
    const topics = this.vocabulary.table('topic').items.map(({ code }) => ({
      spec: this.topicSpec(code),
      name: this.vocabulary.fullLabel('topic', code),
    }));
    const departments = (await this.departments.list()).map(({ code, name }) => ({ spec: `department:${setPart(code)}`, name }));
    return [...kinds, ...topics, ...departments].sort((one, other) => (one.spec < other.spec ? -1 : one.spec > other.spec ? 1 : 0));
  }

  /** Sets that a record is in; those above them hold it too. */
  of({ record, agents }: CatalogEntry): string[] {
    return [
      `kind:${record.kind}`,
      ...(record.topicCode ? [this.topicSpec(record.topicCode)] : []),
      ...agents.flatMap(({ code }) => (code ? [`department:${setPart(code)}`] : [])),
    ];
  }

  /** What a set narrows to; undefined for one that cannot be. */
  filterOf(spec: string): EntryFilter | undefined {
    const [dimension, ...parts] = spec.split(':');
    const code = codeOfPart(parts.at(-1) ?? '');
    if (dimension === 'kind' && parts.length === 1 && (code === 'dataset' || code === 'document')) return { kind: code };
    if (dimension === 'department' && parts.length === 1 && code) return { department: code };
    if (dimension === 'topic' && code && this.vocabulary.item('topic', code) && this.topicSpec(code) === spec) return { topic: code };
    return undefined;
  }

  private topicSpec(code: string): string {
    return ['topic', ...this.vocabulary.ancestors('topic', code).map((item) => item.code), code].map(setPart).join(':');
  }
}
