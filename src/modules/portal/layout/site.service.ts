import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { ASSET_URLS } from '../asset/asset.controller.js';
import type { Site } from './site.js';

/** The site as every page knows it. */
@Injectable()
export class SiteService {
  constructor(
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  get site(): Site {
    const { config } = this;
    return {
      baseUrl: this.address.url,
      name: config.siteName,
      slogan: config.siteSlogan,
      idCode: config.siteIdCode,
      organiser: config.siteOrganiser,
      contact: config.siteContact,
      icp: config.siteIcp,
      policeRecord: config.sitePoliceRecord,
      markUrl: config.siteMarkUrl,
      errorReportUrl: config.siteErrorReportUrl,
      ...ASSET_URLS,
    };
  }
}
