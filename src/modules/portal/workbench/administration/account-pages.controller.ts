import { Body, Controller, Get, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  AccountInput,
  AccountService,
  type Actor,
  ByCookie,
  CurrentActor,
  CurrentSession,
  type Grant,
  GrantFields,
  may,
  Needs,
  type SignedIn,
} from '../../../identity/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { validate } from '../../../kernel/field/index.js';
import { STATUS } from '../../../platform/http/index.js';
import { type Form, textOf } from '../form-text.js';
import { AccountPage, AccountsPage } from '../page/accounts.js';
import { showPage } from '../show-page.js';
import { VisitorService } from '../visitor.service.js';
import { WorkbenchFilter } from '../workbench.filter.js';
import { AccountPages } from './account-pages.service.js';
import { given, sentencesOf } from './said.js';

interface ListSaid {
  q?: string;
  given?: Record<string, string>;
  opened?: { name: string; password: string };
  error?: AppError;
}

/** Accounts and roles, by those who look after them. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Controller('workbench/accounts')
export class AccountPagesController {
  constructor(
    private readonly accounts: AccountService,
    private readonly pages: AccountPages,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  @Needs('member.read')
  list(@Query('q') q: unknown, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.showList(response, session, { q: typeof q === 'string' ? q.trim().slice(0, 100) : '' });
  }

  @Post()
  @Needs('account.create')
  async open(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const boxes = given(form, ['name', 'personName', 'email', 'phone']);
    try {
      const { name, personName, email, phone } = validate(AccountInput, boxes);
      const { password } = await this.accounts.create({ name, personName, email, phone }, session.actor);
      await this.showList(response, session, { opened: { name, password } });
    } catch (error) {
      await this.showList(response, session, { given: boxes, error: refused(error) });
    }
  }

  @Post('roles')
  @Needs('member.read')
  async grantTo(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const account = textOf(form, 'account') ?? '';
    try {
      await this.accounts.grant(account, grantOf(form), session.actor);
      response.redirect(303, `/workbench/accounts/${encodeURIComponent(account)}`);
    } catch (error) {
      await this.showList(response, session, { given: { account }, error: refused(error) });
    }
  }

  @Get(':name')
  @Needs('member.read')
  one(@Param('name') name: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.showOne(response, session, name);
  }

  @Post(':name/roles')
  @Needs('member.read')
  grant(@Param('name') name: string, @Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.step(response, session, name, (actor) => this.accounts.grant(name, grantOf(form), actor));
  }

  @Post(':name/roles/revocation')
  @Needs('member.read')
  revoke(@Param('name') name: string, @Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.step(response, session, name, (actor) => this.accounts.revoke(name, grantOf(form), actor));
  }

  @Post(':name/disabling')
  @Needs('account.create')
  disable(@Param('name') name: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.step(response, session, name, (actor) => this.accounts.disable(name, actor));
  }

  @Post(':name/enabling')
  @Needs('account.create')
  enable(@Param('name') name: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.step(response, session, name, (actor) => this.accounts.enable(name, actor));
  }

  @Post(':name/unlocking')
  @Needs('account.recover')
  unlock(@Param('name') name: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.step(response, session, name, (actor) => this.accounts.unlock(name, actor));
  }

  @Post(':name/second-factor-reset')
  @Needs('account.recover')
  resetSecondFactor(@Param('name') name: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    return this.step(response, session, name, (actor) => this.accounts.resetSecondFactor(name, actor));
  }

  @Post(':name/password-reset')
  @Needs('account.recover')
  async resetPassword(
    @Param('name') name: string,
    @CurrentActor() actor: Actor,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { password } = await this.accounts.resetPassword(name, actor);
    await this.showOne(response, session, name, { password });
  }

  /** What was refused is said on the page of the account; what was done shows there. */
  private async step(response: Response, session: SignedIn, name: string, work: (actor: Actor) => Promise<void>): Promise<void> {
    try {
      await work(session.actor);
      response.redirect(303, `/workbench/accounts/${encodeURIComponent(name)}`);
    } catch (error) {
      await this.showOne(response, session, name, { error: refused(error) });
    }
  }

  private async showList(response: Response, session: SignedIn, { q = '', given, opened, error }: ListSaid): Promise<void> {
    const { actor } = session;
    const page = AccountsPage({
      ...this.visitors.of(session),
      ...(await this.pages.list(q, actor)),
      q,
      mayOpen: may(actor, 'account.create'),
      grant: await this.pages.grantable(actor),
      given,
      opened,
      errors: error && sentencesOf(error),
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }

  private async showOne(
    response: Response,
    session: SignedIn,
    name: string,
    { password, error }: { password?: string; error?: AppError } = {},
  ): Promise<void> {
    const { actor } = session;
    const page = AccountPage({
      ...this.visitors.of(session),
      ...(await this.pages.one(name, actor)),
      grant: name === actor.name ? undefined : await this.pages.grantable(actor),
      mayClose: may(actor, 'account.create') && name !== actor.name,
      mayRecover: may(actor, 'account.recover'),
      password,
      errors: error && sentencesOf(error),
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }
}

/** @throws AppError VALIDATION_FAILED */
function grantOf(form: Form): Grant {
  const { role, department } = validate(GrantFields, given(form, ['role', 'department']));
  return { role, department: department ?? null };
}

function refused(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}
