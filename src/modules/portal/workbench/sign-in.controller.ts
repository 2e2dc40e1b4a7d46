import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { BrowserSession, ByCookie, CurrentSession, Needs, OidcSignIn, type SignedIn, SignInService } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Open } from '../../platform/access/index.js';
import { STATUS } from '../../platform/http/index.js';
import { SiteService } from '../layout/site.service.js';
import { EnrolPage, PasswordPage, RecoveryPage, SecondFactorPage, SignInPage } from './page/sign-in.js';
import { HOME, placeAfter } from './place-after.js';
import { showPage } from './show-page.js';
import { WorkbenchFilter } from './workbench.filter.js';

type Form = Record<string, unknown>;

const textOf = (form: Form, name: string): string => (typeof form[name] === 'string' ? form[name] : '');

/** Signing in and out in a browser, step by step. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('self.manage')
@Controller('workbench')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly oidc: OidcSignIn,
    private readonly browser: BrowserSession,
    private readonly sites: SiteService,
  ) {}

  @Get('sign-in')
  @Open()
  signInPage(@Query('next') next: unknown, @Res() response: Response): void {
    showPage(response, SignInPage({ site: this.sites.site, next: placeAfter(next), provider: this.oidc.label }));
  }

  @Post('sign-in')
  @Open()
  async signIn(@Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const next = placeAfter(form.next);
    const again = (error: AppError) => SignInPage({ site: this.sites.site, next, provider: this.oidc.label, errors: [error.message] });
    await this.orAgain(response, again, async () => {
      this.browser.demandOwnSite(request);
      const before = await this.browser.find(request, response);
      if (before) await this.signIns.signOut(before);
      const { token } = await this.signIns.signIn(textOf(form, 'name').trim(), textOf(form, 'password'), 'browser', request.ip ?? null);
      this.go(response, next, token);
    });
  }

  @Get('second-factor')
  secondFactorPage(@CurrentSession() session: SignedIn, @Res() response: Response): void {
    if (session.pending !== 'secondFactor') return response.redirect(303, HOME);
    showPage(response, SecondFactorPage({ site: this.sites.site, csrf: this.browser.tokenFor(session) }));
  }

  @Post('second-factor')
  async secondFactor(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const again = (error: AppError) =>
      SecondFactorPage({ site: this.sites.site, csrf: this.browser.tokenFor(session), errors: [error.message] });
    await this.orAgain(response, again, async () => {
      if (session.pending === 'secondFactor') this.go(response, HOME, await this.signIns.secondFactor(session, textOf(form, 'code')));
      else response.redirect(303, HOME);
    });
  }

  @Get('enrol')
  async enrolPage(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    if (session.account.totpSecret) return response.redirect(303, HOME);
    const { secret, qr } = await this.signIns.proposeSecondFactor(session.account);
    showPage(response, EnrolPage({ site: this.sites.site, csrf: this.browser.tokenFor(session), secret, qr }));
  }

  @Post('enrol')
  async enrol(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const secret = textOf(form, 'secret');
    const csrf = this.browser.tokenFor(session);
    try {
      const { token, recovery } = await this.signIns.enrol(session, secret, textOf(form, 'code'));
      this.browser.remember(response, token);
      const visitor = { name: session.account.name, personName: session.account.personName, csrf, writes: false, reads: false };
      showPage(response, RecoveryPage({ site: this.sites.site, visitor, codes: recovery }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { secret: fresh, qr } = await this.signIns.proposeSecondFactor(session.account);
      showPage(response, EnrolPage({ site: this.sites.site, csrf, secret: fresh, qr, errors: [error.message] }), STATUS[error.code]);
    }
  }

  @Get('password')
  passwordPage(@CurrentSession() session: SignedIn, @Res() response: Response): void {
    if (session.pending === 'secondFactor') return response.redirect(303, '/workbench/second-factor');
    const forced = session.pending === 'changePassword';
    showPage(response, PasswordPage({ site: this.sites.site, csrf: this.browser.tokenFor(session), forced }));
  }

  @Post('password')
  async password(@Body() form: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    if (session.pending === 'secondFactor') return response.redirect(303, '/workbench/second-factor');
    const forced = session.pending === 'changePassword';
    const again = (error: AppError) =>
      PasswordPage({ site: this.sites.site, csrf: this.browser.tokenFor(session), forced, errors: [error.message] });
    await this.orAgain(response, again, async () => {
      this.go(response, HOME, await this.signIns.changePassword(session, textOf(form, 'currentPassword'), textOf(form, 'newPassword')));
    });
  }

  @Post('sign-out')
  async signOut(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.signIns.signOut(session);
    this.browser.forget(response);
    response.redirect(303, '/workbench/sign-in');
  }

  /** What a person got wrong is said on the same page. */
  private async orAgain(response: Response, again: (error: AppError) => VNode, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      showPage(response, again(error), STATUS[error.code]);
    }
  }

  private go(response: Response, place: string, token: string): void {
    this.browser.remember(response, token);
    response.redirect(303, place);
  }
}
