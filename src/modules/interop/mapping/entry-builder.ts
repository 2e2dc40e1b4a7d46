import { Injectable } from '@nestjs/common';
import { type AnyRecord, CODED_FIELDS, type CodedField, resourceUrl } from '../../catalog/index.js';
import { MEDIA_TYPES, type ReadableTable, tableApiUrl, tablePageUrl } from '../../data/index.js';
import type { Department } from '../../department/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { type VocabularyName, VocabularyService } from '../../vocabulary/index.js';
import { accessRight, accessRightUri, fileTypeUri, frequencyUri, themeUris } from './authority.js';
import type { CatalogEntry, EntryAgent, EntryConcept, EntryContact, EntryDistribution, EntryTable } from './entry.js';

/** Formats of whole tables that everybody can read. */
const EXPORTS = ['csv', 'xlsx', 'json', 'ndjson', 'parquet'] as const;

const ACCESS_LABELS = { PUBLIC: '向所有人公开', RESTRICTED: '有条件公开', NON_PUBLIC: '不公开' };

/** What is known beside a record. */
export interface EntryContext {
  departments: ReadonlyMap<string, Department>;
  /** Its tables that everybody may read. */
  tables: readonly ReadableTable[];
}

/** Makes of a record what vocabularies of others ask. */
@Injectable()
export class EntryBuilder {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly address: PublicAddress,
  ) {}

  /** What stands for a record in every vocabulary. */
  uriOf(identifier: string): string {
    return `${this.address.url}/id/${encodeURIComponent(identifier)}`;
  }

  build(record: AnyRecord, { departments, tables }: EntryContext): CatalogEntry {
    const department = record.departmentCode ? (departments.get(record.departmentCode) ?? null) : null;
    const dataset = record.kind === 'dataset' ? record : null;
    const document = record.kind === 'document' ? record : null;
    const openness = this.coded('openness', dataset?.openness);
    const publicity = this.coded('publicity', document?.publicity);
    const access = (openness ?? publicity)?.code ?? null;
    return {
      record,
      uri: this.uriOf(record.identifier),
      page: this.address.url + record.url,
      api: `${this.address.url}/api/v1${record.url}`,
      agents: this.agents(record, departments),
      department,
      contact: contactOf(dataset?.contact, department),
      concepts: {
        topic: this.coded('topic', record.topic, themeUris),
        region: this.coded('region', record.region),
        updateCycle: this.coded('updateCycle', dataset?.updateCycle, (code) => this.frequency(code)),
        openness,
        shareType: this.coded('shareType', dataset?.shareType),
        license: this.licence(dataset?.license),
        documentType: this.coded('documentType', document?.documentType),
        validity: this.coded('validity', document?.validity),
        publicity,
        accessRights: {
          label: ACCESS_LABELS[accessRight(access)],
          code: accessRight(access),
          uri: accessRightUri(access),
          official: [accessRightUri(access)],
        },
      },
      distributions: this.distributions(record, accessRight(access) === 'PUBLIC'),
      tables: tables.map((table) => this.table(record, table)),
      relations: record.relations.map(({ type, target, partial }) => ({
        type,
        identifier: target,
        uri: this.uriOf(target),
        partial: partial ?? false,
      })),
    };
  }

  private agents(record: AnyRecord, departments: ReadonlyMap<string, Department>): EntryAgent[] {
    const codes = record.kind === 'document' ? record.departmentCodes : record.departmentCode ? [record.departmentCode] : [];
    const known = codes.flatMap((code) => departments.get(code) ?? []);
    if (known.length > 0) return known.map((department) => this.agent(department));
    const names = record.kind === 'document' ? record.issuer : record.provider ? [record.provider] : [];
    return names.map((name) => ({ name, code: null, uri: null, creditCode: null }));
  }

  private agent({ code, name, url, creditCode }: Department): EntryAgent {
    return { name, code, uri: this.address.url + url, creditCode };
  }

  private coded(field: CodedField, label: string | null | undefined, official: (code: string | null) => string[] = () => []) {
    return this.concept(CODED_FIELDS[field], label, official);
  }

  private concept(
    table: VocabularyName,
    label: string | null | undefined,
    official: (code: string | null) => string[] = () => [],
  ): EntryConcept | null {
    if (!label) return null;
    const code = this.vocabulary.resolve(table, label)?.code ?? null;
    return { label, code, uri: code ? this.termUri(table, code) : null, official: official(code) };
  }

  private termUri(table: VocabularyName, code: string): string {
    return `${this.address.url}/api/v1/vocabularies/${table}#${encodeURIComponent(code)}`;
  }

  private frequency(code: string | null): string[] {
    const uri = frequencyUri((code && (this.vocabulary.item('updateCycle', code)?.attributes?.dcat as string | undefined)) ?? null);
    return uri ? [uri] : [];
  }

  private licence(label: string | null | undefined): EntryConcept | null {
    const found = this.concept('licence', label);
    const url = found?.code ? (this.vocabulary.item('licence', found.code)?.attributes?.url as string | undefined) : undefined;
    return found && { ...found, official: url ? [url] : [] };
  }

  private distributions(record: AnyRecord, open: boolean): EntryDistribution[] {
    const files = record.kind === 'dataset' ? record.resources : record.attachments;
    const page = this.address.url + record.url;
    return files.map((file, index) => {
      const stored = open ? resourceUrl(record.identifier, file, index) : undefined;
      const url = stored ? this.address.url + stored : file.sha256 ? null : webAddress(file.url);
      const format = this.concept('format', file.format);
      const type = fileTypeUri(format?.code ?? null);
      return {
        uri: `${this.uriOf(record.identifier)}#file-${index}`,
        title: file.title,
        description: file.description ?? null,
        accessUrl: url ?? page,
        downloadUrl: stored ? url : null,
        format: format && { ...format, official: type ? [type] : [] },
        mediaType: format?.code
          ? ((this.vocabulary.item('format', format.code)?.attributes?.mediaType as string | undefined) ?? null)
          : null,
        byteSize: file.byteSize ?? null,
        sha256: file.sha256 ?? null,
      };
    });
  }

  private table({ identifier }: AnyRecord, readable: ReadableTable): EntryTable {
    const { table, version } = readable;
    const api = this.address.url + tableApiUrl(identifier, table.name);
    return {
      uri: `${this.uriOf(identifier)}#table-${encodeURIComponent(table.name)}`,
      name: table.name,
      title: table.title,
      page: this.address.url + tablePageUrl(identifier, table.name),
      rowsUrl: `${api}/rows`,
      openApiUrl: `${api}/openapi.json`,
      exports: EXPORTS.map((format) => ({ format, url: `${api}/exports/${format}`, mediaType: MEDIA_TYPES[format].split(';')[0]! })),
      rowCount: Number(version.rowCount),
      readable,
    };
  }
}

/** The office of the dataset, or else the disclosure unit of its department. */
function contactOf(
  own: { unit?: string | null; phone?: string | null; email?: string | null } | null | undefined,
  department: Department | null,
): EntryContact | null {
  const found = own?.unit || own?.phone || own?.email ? own : department?.contact;
  if (!found) return null;
  const name = found.unit ?? department?.name;
  return name ? { name, phone: found.phone ?? null, email: found.email ?? null } : null;
}

/** Only what begins with http is an address that others may follow. */
function webAddress(url: string | null | undefined): string | null {
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
