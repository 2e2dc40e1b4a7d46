import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { Notice, NoticePreferences, NoticeQuery, NoticesRead, NoticesReadInput } from './notice.model.js';
import { NoticeService } from './notice.service.js';
import { presentNotice } from './present-notice.js';

const READ = ['BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN'] as const;
const WRITE = [...READ, 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'] as const;

/** What the person who is signed in has been told. */
@ApiTags('notices')
@Controller('api/v1/notices')
@Needs('self.manage')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Get()
  @ApiOperation({ summary: '自己的通知，新的在前' })
  @ApiQueryOf(NoticeQuery)
  @ApiResponse({ status: 200, type: Notice, isArray: true })
  @ApiErrors(...READ)
  async list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<Notice[]> {
    const { unread, limit, offset } = validateQuery(NoticeQuery, query);
    const rows = await this.notices.list(actor, { unread: unread === 'true', limit, offset });
    return rows.map(presentNotice);
  }

  @Post('read')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: '标为已读' })
  @ApiBody({ type: NoticesReadInput })
  @ApiResponse({ status: 200, type: NoticesRead })
  @ApiErrors(...WRITE)
  async read(@Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<NoticesRead> {
    validateQuery(NoQuery, query);
    return { read: await this.notices.markRead(actor, validate(NoticesReadInput, body).ids) };
  }

  @Get('preferences')
  @ApiOperation({ summary: '通知是否同时发邮件' })
  @ApiResponse({ status: 200, type: NoticePreferences })
  @ApiErrors(...READ)
  async preferences(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<NoticePreferences> {
    validateQuery(NoQuery, query);
    return { mail: await this.notices.wantsMail(actor) };
  }

  @Put('preferences')
  @Idempotent()
  @ApiOperation({ summary: '设置通知是否同时发邮件' })
  @ApiBody({ type: NoticePreferences })
  @ApiResponse({ status: 200, type: NoticePreferences })
  @ApiErrors(...WRITE)
  async setPreferences(@Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<NoticePreferences> {
    validateQuery(NoQuery, query);
    const { mail } = validate(NoticePreferences, body);
    await this.notices.setMail(actor, mail);
    return { mail };
  }
}
