import { Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Open } from '../../platform/access/index.js';
import { XML_DECLARATION } from '../../kernel/xml.js';
import { OaiPmhService } from './oai-pmh.service.js';
import { ownSchema } from './own-schema.js';

const XML = 'text/xml; charset=utf-8';

/** The catalog for harvesters of libraries and archives. */
@ApiExcludeController()
@Open()
@Controller('oai')
export class OaiPmhController {
  constructor(private readonly provider: OaiPmhService) {}

  @Get()
  @Header('Content-Type', XML)
  get(@Req() { originalUrl }: Request): Promise<string> {
    return this.provider.answer([...new URLSearchParams(originalUrl.split('?').slice(1).join('?'))]);
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', XML)
  post(@Req() { body }: Request): Promise<string> {
    // Anything but a form has no arguments, and the protocol has words for that.
    return this.provider.answer(typeof body === 'string' ? [...new URLSearchParams(body)] : []);
  }

  @Get('hz.xsd')
  schema(@Res() response: Response): void {
    response.type(XML).setHeader('Cache-Control', 'public, max-age=3600');
    response.send(XML_DECLARATION + ownSchema());
  }
}
