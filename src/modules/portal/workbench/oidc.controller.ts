import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { BrowserSession, OidcSignIn, SignInService } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Open } from '../../platform/access/index.js';
import { STATUS } from '../../platform/http/index.js';
import { SiteService } from '../layout/site.service.js';
import { SignInPage } from './page/sign-in.js';
import { placeAfter } from './place-after.js';
import { showPage } from './show-page.js';
import { WorkbenchFilter } from './workbench.filter.js';

/** The way to the OpenID Connect provider and back; whatever goes wrong ends on the page where a password serves too. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@Open()
@Controller('workbench/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignIn,
    private readonly signIns: SignInService,
    private readonly browser: BrowserSession,
    private readonly sites: SiteService,
  ) {}

  @Get()
  begin(@Query('next') next: unknown, @Res() response: Response): Promise<void> {
    return this.orSignIn(response, async () => {
      const { url, sealed } = await this.oidc.begin(placeAfter(next));
      this.browser.keepAttempt(response, sealed);
      response.redirect(303, url);
    });
  }

  @Get('return')
  finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.orSignIn(response, async () => {
      const at = request.originalUrl.indexOf('?');
      const query = at < 0 ? '' : request.originalUrl.slice(at);
      const { token, next } = await this.oidc.finish(query, this.browser.takeAttempt(request, response), request.ip ?? null);
      const before = await this.browser.find(request, response);
      if (before) await this.signIns.signOut(before);
      this.browser.remember(response, token);
      response.redirect(303, next);
    });
  }

  private async orSignIn(response: Response, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const page = SignInPage({ site: this.sites.site, next: placeAfter(undefined), provider: this.oidc.label, errors: [error.message] });
      showPage(response, page, STATUS[error.code]);
    }
  }
}
