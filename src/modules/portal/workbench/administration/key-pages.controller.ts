import { Body, Controller, Get, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DepartmentService } from '../../../department/index.js';
import {
  ApiKeyService,
  ByCookie,
  CurrentSession,
  departmentsFor,
  isPlatformRole,
  keyableOperations,
  KeyInput,
  Needs,
  newKeyOf,
  OVERLAP_HOURS,
  requirementOf,
  type SignedIn,
} from '../../../identity/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { validate } from '../../../kernel/field/index.js';
import { STATUS } from '../../../platform/http/index.js';
import { type Form, textOf, ticksOf } from '../form-text.js';
import { type KeyLine, KeysPage } from '../page/keys.js';
import { chinaTime } from '../../component/china-time.js';
import { showPage } from '../show-page.js';
import { VisitorService } from '../visitor.service.js';
import { WorkbenchFilter } from '../workbench.filter.js';
import { AccountPages } from './account-pages.service.js';
import { given, sentencesOf } from './said.js';

type Key = Awaited<ReturnType<ApiKeyService['list']>>[number];

/** What a key may get here; the rest is issued at the command line, and a department has no use for what the platform's roles do. */
const scopesFor = (platform: boolean) =>
  keyableOperations
    .filter((operation) => {
      const { roles } = requirementOf(operation);
      return roles.length > 0 && (platform || roles === 'anyone' || roles.some((role) => !isPlatformRole(role)));
    })
    .map((operation) => ({ value: operation, label: requirementOf(operation).label }));

interface Said {
  given?: { name?: string; expiresOn?: string; department?: string; scopes?: string[] };
  issued?: { name: string; key: string };
  error?: AppError;
}

/** Keys of programs, by the administrator of the department. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('key.manage')
@Controller('workbench/keys')
export class KeyPagesController {
  constructor(
    private readonly keys: ApiKeyService,
    private readonly accounts: AccountPages,
    private readonly departments: DepartmentService,
    private readonly clock: Clock,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  list(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.show(response, session, {});
  }

  @Post()
  issue(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const boxes = { ...given(form, ['name', 'department', 'expiresOn']), scopes: ticksOf(form, 'scopes') };
    return this.orAgain(response, session, boxes, async () => {
      const input = validate(KeyInput, boxes);
      return { issued: { name: input.name, key: await this.keys.create(newKeyOf(input), session.actor) } };
    });
  }

  @Post('rotation')
  rotate(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const name = textOf(form, 'name') ?? '';
    return this.orAgain(response, session, {}, async () => ({
      issued: { name, key: await this.keys.rotate(name, OVERLAP_HOURS, session.actor) },
    }));
  }

  @Post('revocation')
  revoke(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const name = textOf(form, 'name') ?? '';
    return this.orAgain(response, session, {}, async () => {
      if ((await this.keys.revoke(name, session.actor)) === 0) throw new AppError('NOT_FOUND', `没有名为“${name}”的可用密钥。`);
      return {};
    });
  }

  private async orAgain(response: Response, session: SignedIn, boxes: Said['given'], work: () => Promise<Said>): Promise<void> {
    try {
      await this.show(response, session, await work());
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.show(response, session, { given: boxes, error });
    }
  }

  private async show(response: Response, session: SignedIn, { error, ...said }: Said): Promise<void> {
    const departments = departmentsFor(session.actor, 'key.manage');
    const page = KeysPage({
      ...this.visitors.of(session),
      keys: await this.lines(await this.keys.list(departments)),
      scopes: scopesFor(departments === undefined),
      departments: await this.accounts.departmentOptions(departments, '平台'),
      ...said,
      errors: error && sentencesOf(error),
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }

  private async lines(keys: Key[]): Promise<KeyLine[]> {
    const names = await this.departments.byCodes(keys.flatMap(({ department }) => department ?? []));
    const now = this.clock.now();
    return keys.map(({ id, name, prefix, department, scopes, lastUsedAt, expiresAt, revokedAt }) => ({
      id,
      name,
      prefix,
      department: department === null ? '平台' : (names.get(department)?.name ?? department),
      scopes: scopes.map((scope) => requirementOf(scope).label),
      used: lastUsedAt ? `最近使用 ${chinaTime(lastUsedAt)}` : '从未使用',
      expires: expiresAt && chinaTime(expiresAt),
      state: revokedAt ? 'revoked' : expiresAt && expiresAt <= now ? 'expired' : 'active',
    }));
  }
}
