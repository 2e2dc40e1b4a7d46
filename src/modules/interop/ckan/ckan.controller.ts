import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { ActingRequest } from '../../identity/index.js';
import { Open } from '../../platform/access/index.js';
import { ActionService, type ActionAnswer } from './action/action.service.js';

/** Actions of CKAN's interface; those that write ask who acts by themselves, since CKAN sends keys in headers of its own. */
@ApiExcludeController()
@Open()
@Controller(['api/3/action', 'api/action'])
export class CkanController {
  constructor(private readonly actions: ActionService) {}

  @Get(':action')
  get(
    @Param('action') name: string,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ActionAnswer | undefined> {
    return this.actions.call(name, request.query, { request, response });
  }

  @Post(':action')
  @HttpCode(200)
  post(
    @Param('action') name: string,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ActionAnswer | undefined> {
    return this.actions.call(name, request.body as unknown, { request, response });
  }
}

/** What CKAN answers at the root of its interface. */
@ApiExcludeController()
@Open()
@Controller('api/3')
export class CkanVersionController {
  @Get()
  version(): { version: number } {
    return { version: 3 };
  }
}
