import { Body, Controller, Delete, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { Needs } from '../policy/needs.js';
import { CurrentSession } from '../policy/policy.guard.js';
import { SignInService, type SignedIn } from '../session/sign-in.service.js';
import { CodeInput, EnrolInput, PasswordInput, SecondFactorProposal, Session, SessionInput } from './session.model.js';

const BODY_ERRORS = ['BAD_REQUEST', 'UNAUTHENTICATED', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'] as const;

/** Signing in by API: programs of departments act for a person with a bearer token, never with a cookie. */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionController {
  constructor(private readonly signIns: SignInService) {}

  @Post()
  @Open()
  @ApiOperation({ summary: '登录，得到令牌' })
  @ApiBody({ type: SessionInput })
  @ApiResponse({ status: 201, type: Session })
  @ApiErrors(...BODY_ERRORS, 'TOO_MANY_REQUESTS')
  async signIn(@Body() body: unknown, @Query() query: unknown, @Req() request: Request): Promise<Session> {
    validateQuery(NoQuery, query);
    const { name, password, code } = validate(SessionInput, body);
    const signedIn = await this.signIns.signIn(name, password, 'api', request.ip ?? null);
    if (!code || signedIn.pending !== 'secondFactor') return { token: signedIn.token, pending: signedIn.pending ?? null };
    return this.answer(await this.signIns.secondFactor(signedIn, code));
  }

  @Post('current/second-factor')
  @Needs('self.manage')
  @ApiOperation({ summary: '给出二次验证码，得到新令牌' })
  @ApiBody({ type: CodeInput })
  @ApiResponse({ status: 201, type: Session })
  @ApiErrors(...BODY_ERRORS, 'FORBIDDEN', 'CONFLICT', 'TOO_MANY_REQUESTS')
  async secondFactor(@Body() body: unknown, @Query() query: unknown, @CurrentSession() session?: SignedIn): Promise<Session> {
    validateQuery(NoQuery, query);
    const { code } = validate(CodeInput, body);
    const person = demandPerson(session);
    if (person.pending !== 'secondFactor') throw new AppError('CONFLICT', '现在不需要二次验证。', { english: 'No second factor is due.' });
    return this.answer(await this.signIns.secondFactor(person, code));
  }

  @Post('current/second-factor-proposal')
  @Needs('self.manage')
  @ApiOperation({ summary: '取得新的二次验证密钥，输入验证器后再确认' })
  @ApiResponse({ status: 201, type: SecondFactorProposal })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async propose(@Query() query: unknown, @CurrentSession() session?: SignedIn): Promise<SecondFactorProposal> {
    validateQuery(NoQuery, query);
    const { secret, uri } = await this.signIns.proposeSecondFactor(demandPerson(session).account);
    return { secret, uri };
  }

  @Put('current/second-factor')
  @Needs('self.manage')
  @ApiOperation({ summary: '设置二次验证，得到恢复码和新令牌' })
  @ApiBody({ type: EnrolInput })
  @ApiResponse({ status: 200, type: Session })
  @ApiErrors(...BODY_ERRORS, 'FORBIDDEN', 'CONFLICT')
  async enrol(@Body() body: unknown, @Query() query: unknown, @CurrentSession() session?: SignedIn): Promise<Session> {
    validateQuery(NoQuery, query);
    const { secret, code } = validate(EnrolInput, body);
    const { token, recovery } = await this.signIns.enrol(demandPerson(session), secret, code);
    return { ...(await this.answer(token)), recoveryCodes: recovery };
  }

  @Put('current/password')
  @Needs('self.manage')
  @ApiOperation({ summary: '修改自己的口令，得到新令牌；其他会话随即结束' })
  @ApiBody({ type: PasswordInput })
  @ApiResponse({ status: 200, type: Session })
  @ApiErrors(...BODY_ERRORS, 'FORBIDDEN', 'TOO_MANY_REQUESTS')
  async changePassword(@Body() body: unknown, @Query() query: unknown, @CurrentSession() session?: SignedIn): Promise<Session> {
    validateQuery(NoQuery, query);
    const { currentPassword, newPassword } = validate(PasswordInput, body);
    const person = demandPerson(session);
    if (person.pending === 'secondFactor')
      throw new AppError('FORBIDDEN', '请先完成二次验证。', { english: 'Give the second factor first.' });
    return this.answer(await this.signIns.changePassword(person, currentPassword, newPassword));
  }

  @Delete('current')
  @Needs('self.manage')
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录' })
  @ApiResponse({ status: 204, description: '已退出' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async signOut(@Query() query: unknown, @CurrentSession() session?: SignedIn): Promise<void> {
    validateQuery(NoQuery, query);
    await this.signIns.signOut(demandPerson(session));
  }

  private async answer(token: string): Promise<Session> {
    return { token, pending: (await this.signIns.resume(token, 'api'))?.pending ?? null };
  }
}

function demandPerson(session: SignedIn | undefined): SignedIn {
  if (session) return session;
  throw new AppError('FORBIDDEN', '密钥没有登录状态；请以账号登录后再办理。', {
    english: 'A key has no session; sign in with an account.',
  });
}
