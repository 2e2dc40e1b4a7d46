import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../kernel/field/index.js';
import { SearchInput } from '../search/index.js';
import { PortalService } from './portal.service.js';
import { Open } from '../platform/access/index.js';

const HTML = 'text/html; charset=utf-8';

/** The public pages. */
@ApiExcludeController()
@Open()
@Controller()
export class PortalController {
  constructor(private readonly portal: PortalService) {}

  @Get()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'public, max-age=30')
  home(): Promise<string> {
    return this.portal.home();
  }

  @Get('search')
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'public, max-age=10')
  search(@Query() query: unknown): Promise<string> {
    return this.portal.search(validateQuery(SearchInput, query));
  }

  @Get('datasets/:identifier')
  @Header('Content-Type', HTML)
  dataset(@Param('identifier') identifier: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.portal.record('dataset', identifier, response);
  }

  @Get('documents/:identifier')
  @Header('Content-Type', HTML)
  document(@Param('identifier') identifier: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.portal.record('document', identifier, response);
  }

  /** The address of a record whose kind the caller does not know. */
  @Get('records/:identifier')
  async record(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    response.redirect(302, await this.portal.addressOf(identifier));
  }

  @Get('records/:identifier/proof')
  @Header('Content-Type', HTML)
  proof(@Param('identifier') identifier: string): Promise<string> {
    return this.portal.proof(identifier);
  }

  @Get('departments')
  @Header('Content-Type', HTML)
  departments(): Promise<string> {
    return this.portal.departmentList();
  }

  @Get('departments/:code')
  @Header('Content-Type', HTML)
  department(@Param('code') code: string): Promise<string> {
    return this.portal.department(code);
  }

  @Get('about')
  @Header('Content-Type', HTML)
  about(): string {
    return this.portal.about();
  }
}
