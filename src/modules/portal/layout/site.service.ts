import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { scriptUrl, styleUrl, workbenchScriptUrl } from '../asset/asset.controller.js';
import type { Site } from './site.js';

/** The site as every page knows it. */
@Injectable()
export class SiteService {
  constructor(
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  get site(): Site {
    const { siteName: name, siteSlogan: slogan, siteIdCode: idCode } = this.config;
    return { baseUrl: this.address.url, name, slogan, idCode, styleUrl, scriptUrl, workbenchScriptUrl };
  }
}
