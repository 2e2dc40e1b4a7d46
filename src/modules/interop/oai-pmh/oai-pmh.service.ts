import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { contentOf, element, type Xml, XML_DECLARATION } from '../../kernel/xml.js';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { SecretBox } from '../../platform/secret/index.js';
import { catalogName, mailboxOf } from '../mapping/catalog-name.js';
import type { CatalogEntry } from '../mapping/entry.js';
import { type EntryFilter, EntryReader } from '../reading/entry-reader.js';
import { datestamp, parseMoment } from './moment.js';
import { OaiError } from './oai-error.js';
import { oaiIdentifier, recordIdentifier } from './oai-name.js';
import { type OaiRequest, parseRequest } from './oai-request.js';
import { OaiSets } from './oai-sets.js';
import { type ListPosition, readToken, writeToken } from './resumption-token.js';
import { describeRepository } from './describe-repository.js';
import { type MetadataFormat, metadataFormats } from './metadata-format.js';

const RECORDS = 100;
const SETS = 500;

/** Answers harvesters of OAI-PMH 2.0; every answer is a document of the protocol, errors among them. */
@Injectable()
export class OaiPmhService {
  private readonly key: Buffer;

  constructor(
    private readonly entries: EntryReader,
    private readonly sets: OaiSets,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
    private readonly config: Config,
    secrets: SecretBox,
  ) {
    this.key = secrets.keyFor('resumption tokens of OAI-PMH');
  }

  async answer(parameters: readonly (readonly [string, string])[]): Promise<string> {
    // Before anything is read: whoever asks for changes since then misses none.
    const at = this.clock.now();
    let given: Record<string, string> = {};
    try {
      const request = parseRequest(parameters);
      ({ given } = request);
      return this.document(at, given, element(request.verb, {}, await this.content(request)));
    } catch (error) {
      if (!(error instanceof OaiError)) throw error;
      return this.document(at, given, element('error', { code: error.code }, error.message));
    }
  }

  private document(at: Date, given: Record<string, string>, content: Xml): string {
    const root = element(
      'OAI-PMH',
      {
        xmlns: 'http://www.openarchives.org/OAI/2.0/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
      },
      element('responseDate', {}, datestamp(at)),
      element('request', given, this.url),
      content,
    );
    return XML_DECLARATION + contentOf(root);
  }

  private get url(): string {
    return `${this.address.url}/oai`;
  }

  private content(request: OaiRequest): Promise<readonly Xml[]> | readonly Xml[] {
    switch (request.verb) {
      case 'Identify':
        return this.identify();
      case 'ListMetadataFormats':
        return this.listFormats(request);
      case 'ListSets':
        return this.listSets(request);
      case 'GetRecord':
        return this.getRecord(request);
      case 'ListIdentifiers':
      case 'ListRecords':
        return this.list(request);
    }
  }

  private async identify(): Promise<readonly Xml[]> {
    return describeRepository({
      site: this.address.url,
      title: catalogName(this.config).title,
      mailbox: mailboxOf(this.config),
      earliest: (await this.entries.earliest()) ?? this.clock.now(),
    });
  }

  private async listFormats({ identifier }: OaiRequest): Promise<readonly Xml[]> {
    if (identifier !== undefined) await this.demand(identifier);
    return metadataFormats(this.url).map(({ prefix, schema, namespace }) =>
      element(
        'metadataFormat',
        {},
        element('metadataPrefix', {}, prefix),
        element('schema', {}, schema),
        element('metadataNamespace', {}, namespace),
      ),
    );
  }

  private format(prefix: string | undefined): MetadataFormat {
    const found = metadataFormats(this.url).find((format) => format.prefix === prefix);
    if (!found) throw new OaiError('cannotDisseminateFormat', `There is no format "${prefix ?? ''}"; there are oai_dc and hz.`);
    return found;
  }

  private async listSets({ verb, resumptionToken }: OaiRequest): Promise<readonly Xml[]> {
    const start = resumptionToken === undefined ? undefined : readToken(resumptionToken, verb, this.key);
    const all = await this.sets.all();
    const left = start ? all.filter(({ spec }) => spec > start.after) : all;
    const page = left.slice(0, SETS);
    const cursor = start?.cursor ?? 0;
    const token = left.length > SETS ? writeToken({ verb, after: page.at(-1)!.spec, cursor: cursor + page.length }, this.key) : '';
    const more = token || start ? [element('resumptionToken', { completeListSize: all.length, cursor }, token)] : [];
    return [...page.map(({ spec, name }) => element('set', {}, element('setSpec', {}, spec), element('setName', {}, name))), ...more];
  }

  private async getRecord({ identifier, metadataPrefix }: OaiRequest): Promise<readonly Xml[]> {
    const entry = await this.demand(identifier!);
    return [this.record(entry, this.format(metadataPrefix))];
  }

  private async demand(name: string): Promise<CatalogEntry> {
    const identifier = recordIdentifier(this.address.url, name);
    const entry = identifier === undefined ? undefined : await this.entries.find(identifier);
    if (!entry)
      throw new OaiError(
        'idDoesNotExist',
        `There is no record "${name.slice(0, 200)}"; identifiers are ${oaiIdentifier(this.address.url, 'IDENTIFIER')}.`,
      );
    return entry;
  }

  private async list(request: OaiRequest): Promise<readonly Xml[]> {
    const { verb, resumptionToken } = request;
    const start: ListPosition | undefined = resumptionToken === undefined ? undefined : readToken(resumptionToken, verb, this.key);
    const { metadataPrefix, set, from, until } = start ?? request.given;
    const format = this.format(metadataPrefix);
    const filter = this.filterOf({ set, from, until });
    const found = filter ? await this.entries.page(filter, start?.after, RECORDS + 1) : [];
    if (!filter || (found.length === 0 && !start)) throw new OaiError('noRecordsMatch', 'No record is in this set and of this time.');
    const page = found.length > 0 ? found.slice(0, RECORDS) : await this.lastAgain(start!);
    const cursor = start?.cursor ?? 0;
    const next = { verb, metadataPrefix, set, from, until, after: page.at(-1)?.position ?? '', cursor: cursor + page.length };
    const token = found.length > RECORDS ? writeToken(next, this.key) : '';
    const size = token || start ? Math.max(cursor + page.length, await this.entries.count(filter)) : 0;
    return [
      ...page.map(({ entry }) => (verb === 'ListRecords' ? this.record(entry, format) : this.header(entry))),
      ...(token || start ? [element('resumptionToken', { completeListSize: size, cursor }, token)] : []),
    ];
  }

  /**
   * What was left of a list may have been revised out of its period meanwhile. No answer may be without records, and an error would
   * make clients drop what they have: the last record, which they know, is told once more.
   */
  private lastAgain({ after }: ListPosition) {
    return this.entries.page({ withdrawn: true }, String(BigInt(after) - 1n), 1);
  }

  private filterOf({ set, from, until }: Pick<ListPosition, 'set' | 'from' | 'until'>): EntryFilter | undefined {
    const narrowed = set === undefined ? {} : this.sets.filterOf(set);
    return (
      narrowed && {
        ...narrowed,
        withdrawn: true,
        ...(from === undefined ? {} : { from: parseMoment('from', from).first }),
        ...(until === undefined ? {} : { until: parseMoment('until', until).last }),
      }
    );
  }

  private record(entry: CatalogEntry, format: MetadataFormat): Xml {
    const kept = entry.record.status === 'published';
    return element('record', {}, this.header(entry), kept ? element('metadata', {}, format.write(entry)) : null);
  }

  private header(entry: CatalogEntry): Xml {
    const { identifier, status, updatedAt } = entry.record;
    return element(
      'header',
      { status: status === 'withdrawn' ? 'deleted' : null },
      element('identifier', {}, oaiIdentifier(this.address.url, identifier)),
      element('datestamp', {}, datestamp(new Date(updatedAt))),
      this.sets.of(entry).map((spec) => element('setSpec', {}, spec)),
    );
  }
}
