import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type ActingRequest } from '../../../identity/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { nearestName } from '../../../kernel/field/index.js';
import { prefersEnglish, PublicAddress, Surfaces } from '../../../platform/http/index.js';
import { SearchIndexer } from '../../../search/index.js';
import { DatastoreActions } from '../datastore/datastore.actions.js';
import { CatalogVersion } from '../../reading/catalog-version.js';
import { WriteActions } from '../write/write.actions.js';
import type { Action, ActionProvider, Call } from './action.js';
import { errorAnswer } from './error-answer.js';
import { givenParameters } from './given-parameters.js';
import { GroupActions } from './group.actions.js';
import { OrganizationActions } from './organization.actions.js';
import { PackageActions } from './package.actions.js';
import { Parameters } from './parameters.js';
import { ResourceActions } from './resource.actions.js';
import { SearchActions } from './search.actions.js';
import { SiteActions } from './site.actions.js';
import { TagActions } from './tag.actions.js';

/** What CKAN answers to an action that went well. */
export interface ActionAnswer {
  help: string;
  success: true;
  result: unknown;
}

const ADDRESSES = /^\/api\/(?:3\/)?action(?:\/([^/]*))?/;
/** Seconds for which a list may be kept. */
const KEPT = 60;

/** Finds the action that is called, and puts what it answers into the envelope of CKAN. */
@Injectable()
export class ActionService implements OnModuleInit {
  private readonly actions: ReadonlyMap<string, Action>;

  constructor(
    private readonly version: CatalogVersion,
    private readonly indexer: SearchIndexer,
    private readonly address: PublicAddress,
    private readonly surfaces: Surfaces,
    site: SiteActions,
    packages: PackageActions,
    searches: SearchActions,
    organizations: OrganizationActions,
    groups: GroupActions,
    tags: TagActions,
    resources: ResourceActions,
    datastore: DatastoreActions,
    writes: WriteActions,
  ) {
    const providers: ActionProvider[] = [site, packages, searches, organizations, groups, tags, resources, datastore, writes];
    this.actions = new Map([
      ...providers.flatMap(({ actions }) => Object.entries(actions)),
      ['help_show', { help: '一个动作的说明；name。', run: ({ parameters }) => this.helpOf(parameters.required('name')) }],
    ]);
  }

  onModuleInit(): void {
    for (const path of ['/api/3/action', '/api/action']) this.surfaces.add({ path, answer: (...failed) => this.fail(...failed) });
  }

  /** Errors in the envelope of CKAN, those before any action among them. */
  private fail(error: AppError, request: Request, response: Response): void {
    const name = ADDRESSES.exec(request.originalUrl.split('?')[0]!)?.[1];
    const action = name !== undefined && this.actions.has(name) ? name : undefined;
    const english = prefersEnglish(request.headers['accept-language']);
    const { status, body } = errorAnswer(error, action, (known) => this.help(known), english);
    response.status(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
  }

  /** The answer; undefined when the caller has it already. @throws AppError */
  async call(name: string, body: unknown, { request, response }: Omit<Call, 'parameters'>): Promise<ActionAnswer | undefined> {
    const action = this.find(name);
    if (action.writes && request.method !== 'POST')
      throw new AppError('BAD_REQUEST', `${name} 会修改内容，请用 POST。`, { english: `${name} changes something: use POST.` });
    const isJson = Boolean(request.is(['application/json', 'application/*+json']));
    const given = request.method === 'POST' ? givenParameters(body, request.query, isJson) : givenParameters(undefined, request.query);
    const parameters = new Parameters(given);
    if (await this.isKnown(action, request, response)) {
      response.status(304);
      return undefined;
    }
    const result = await action.run({ parameters, request, response });
    return { help: this.help(name), success: true, result };
  }

  private find(name: string): Action {
    const action = this.actions.get(name);
    if (action) return action;
    const near = nearestName(name, [...this.actions.keys()]);
    throw new AppError('BAD_REQUEST', `没有名为“${name.slice(0, 60)}”的动作${near ? `，是否指 ${near}` : ''}。`, {
      english: `Action name not known: ${name.slice(0, 60)}${near ? `; did you mean ${near}?` : ''}`,
    });
  }

  private helpOf(name: string): string {
    const action = this.actions.get(name);
    if (action) return action.help;
    throw new AppError('NOT_FOUND', `没有名为“${name.slice(0, 60)}”的动作，可用的有 ${[...this.actions.keys()].join('、')}。`, {
      english: `There is no action ${name.slice(0, 60)}; there are ${[...this.actions.keys()].join(', ')}.`,
    });
  }

  private help(name: string): string {
    return `${this.address.url}/api/3/action/help_show?name=${name}`;
  }

  /** Whether the caller has the answer already; what the index does not show yet gets no tag. */
  private async isKnown({ madeOf }: Action, request: ActingRequest, response: Response): Promise<boolean> {
    if (madeOf === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const isKnown = await this.version.isKnown(response, { seconds: KEPT });
    // Asked after the version: whatever the version counts is then in the index, or nothing is said of it.
    if (madeOf === 'catalog' || !(await this.indexer.isBehind())) return isKnown;
    response.removeHeader('ETag');
    response.setHeader('Cache-Control', 'no-cache');
    return false;
  }
}
