import { Injectable } from '@nestjs/common';
import type { AnyRecord } from '../../../catalog/index.js';
import { TableReader, viewerOf } from '../../../data/index.js';
import { DepartmentService } from '../../../department/index.js';
import { PublicAddress } from '../../../platform/http/index.js';
import type { SearchHit } from '../../../search/index.js';
import { EntryBuilder } from '../../mapping/entry-builder.js';
import type { ToolCall } from '../tool/tool.js';
import type { Card } from './card.js';
import type { Citation } from './citation.js';
import { plainSnippet } from './plain-snippet.js';

const SUMMARY_LENGTH = 200;

/** Makes the cards of records that were found, in absolute addresses. */
@Injectable()
export class Cards {
  constructor(
    private readonly address: PublicAddress,
    private readonly entries: EntryBuilder,
    private readonly departments: DepartmentService,
    private readonly tables: TableReader,
  ) {}

  /** An address of ours in full. */
  absolute(path: string): string {
    return path.startsWith('/') ? this.address.url + path : path;
  }

  async ofHits(hits: readonly SearchHit[], call: ToolCall): Promise<Card[]> {
    const tables = await this.tablesOf(hits, call);
    return hits.map((hit) => {
      const { identifier, kind, title, snippet, department, topic, publishedOn, modifiedOn, documentNumber, validity } = hit;
      const { openness, updateCycle, attachment } = hit;
      const date = publishedOn ?? modifiedOn;
      return {
        ...{ identifier, kind, title, department, topic, publishedOn, modifiedOn, documentNumber, validity, openness, updateCycle },
        summary: snippet === null ? null : plainSnippet(snippet),
        tables: tables.get(identifier) ?? [],
        attachment: attachment && { title: attachment.title, url: this.absolute(attachment.url) },
        citation: { title, department, documentNumber, date, url: this.entries.uriOf(identifier) },
      };
    });
  }

  async ofRecords(records: readonly AnyRecord[], call: ToolCall): Promise<Card[]> {
    const [tables, departments] = await Promise.all([this.tablesOf(records, call), this.namesOf(records)]);
    return records.map((record) => {
      const { identifier, kind, title, abstract, topic, publishedOn, modifiedOn } = record;
      const department = departments.get(record.departmentCode ?? '') ?? givenName(record);
      return {
        ...{ identifier, kind, title, department },
        topic: topic ?? null,
        publishedOn: publishedOn ?? null,
        modifiedOn: modifiedOn ?? null,
        summary: abstract?.slice(0, SUMMARY_LENGTH) ?? null,
        documentNumber: record.kind === 'document' ? (record.documentNumber ?? null) : null,
        validity: record.kind === 'document' ? (record.validity ?? null) : null,
        openness: record.kind === 'dataset' ? (record.openness ?? null) : null,
        updateCycle: record.kind === 'dataset' ? (record.updateCycle ?? null) : null,
        tables: tables.get(identifier) ?? [],
        attachment: null,
        citation: this.citationOf(record, department),
      };
    });
  }

  citationOf(record: AnyRecord, department: string | null): Citation {
    const { identifier, title, publishedOn, modifiedOn } = record;
    const documentNumber = record.kind === 'document' ? (record.documentNumber ?? null) : null;
    return { title, department, documentNumber, date: publishedOn ?? modifiedOn ?? null, url: this.entries.uriOf(identifier) };
  }

  private async namesOf(records: readonly AnyRecord[]): Promise<Map<string, string>> {
    const found = await this.departments.byCodes(records.flatMap(({ departmentCode }) => departmentCode ?? []));
    return new Map([...found].map(([code, { name }]) => [code, name]));
  }

  private async tablesOf(
    found: readonly { identifier: string; kind: string }[],
    { request }: ToolCall,
  ): Promise<Map<string, Card['tables']>> {
    const datasets = found.filter(({ kind }) => kind === 'dataset').map(({ identifier }) => identifier);
    if (datasets.length === 0) return new Map();
    const tables = await this.tables.listOf(datasets, viewerOf(request));
    return new Map(
      [...tables].map(([identifier, each]) => [
        identifier,
        each
          .filter(({ table }) => table.retiredAt === null)
          .map(({ table: { name, title }, version }) => ({ name, title, rowCount: Number(version.rowCount) })),
      ]),
    );
  }
}

/** The department as the record itself names it. Pure. */
export function givenName(record: AnyRecord): string | null {
  const name = record.kind === 'dataset' ? record.provider : record.issuer.join('、');
  return name ? name : null;
}
