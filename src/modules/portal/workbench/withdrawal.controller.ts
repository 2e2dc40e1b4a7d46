import { Body, Controller, Get, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { WorkflowService } from '../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, Needs, type SignedIn } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { STATUS } from '../../platform/http/index.js';
import { WithdrawPage } from './page/withdraw.js';
import { type Form, refused, textOf } from './read-form.js';
import { showPage } from './show-page.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';

/** Proposing to withdraw a published record. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.write')
@Controller('workbench/withdraw')
export class WithdrawalController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  withdrawPage(@Query('identifier') identifier: unknown, @CurrentSession() session: SignedIn, @Res() response: Response): void {
    const given = typeof identifier === 'string' ? identifier : '';
    showPage(response, WithdrawPage({ ...this.visitors.of(session), identifier: given }));
  }

  @Post()
  async withdraw(
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const identifier = textOf(form, 'identifier') ?? '';
    try {
      const reason = textOf(form, 'reason');
      if (!reason)
        throw new AppError('VALIDATION_FAILED', '请写明撤回原因，它会公开显示。', { fields: [{ field: 'reason', message: '必填' }] });
      const row = await this.workflow.proposeWithdrawal(identifier, reason, context);
      response.redirect(303, `/workbench/submissions/${row.id}`);
    } catch (error) {
      const { message, code } = refused(error);
      showPage(response, WithdrawPage({ ...this.visitors.of(session), identifier, errors: [message] }), STATUS[code]);
    }
  }
}
