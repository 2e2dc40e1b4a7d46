import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { CatalogVersion } from '../reading/catalog-version.js';
import { DcatQuery } from './dcat.query.js';
import { DcatService } from './dcat.service.js';
import { type Form, FORMS, wantedForm } from './form.js';

const SECONDS = 60;

/** The catalog as DCAT-AP. */
@ApiExcludeController()
@Open()
@Controller()
export class DcatController {
  constructor(
    private readonly dcat: DcatService,
    private readonly version: CatalogVersion,
    private readonly address: PublicAddress,
  ) {}

  @Get(Object.keys(FORMS).map((form) => `catalog.${form}`))
  bySuffix(@Query() query: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const form = request.path.slice(request.path.lastIndexOf('.') + 1) as Form;
    return this.answer(form, `.${form}`, query, response);
  }

  /** Whoever asks for a type that there is none of gets Turtle. */
  @Get('catalog')
  byAccept(@Query() query: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(wantedForm((types) => request.accepts(types)) ?? 'ttl', '', query, response);
  }

  /** The words that other vocabularies lack. */
  @Get('ns')
  async terms(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { mediaType, write } = FORMS[wantedForm((types) => request.accepts(types)) ?? 'ttl'];
    response.vary('Accept').type(mediaType).setHeader('Cache-Control', 'public, max-age=3600');
    response.send(await write(this.dcat.terms()));
  }

  private async answer(form: Form, suffix: string, given: unknown, response: Response): Promise<void> {
    const query = validateQuery(DcatQuery, given);
    if (await this.version.isKnown(response, { seconds: SECONDS, form })) {
      response.status(304).end();
      return;
    }
    const { graph, next } = await this.dcat.page(query);
    const { mediaType, write } = FORMS[form];
    const { url } = this.address;
    // Links in the graph lead to what Accept asks for; this one keeps the suffix.
    if (next !== undefined) response.setHeader('Link', `<${url}/catalog${suffix}${next}>; rel="next"`);
    response.type(mediaType).send(await write(graph));
  }
}
