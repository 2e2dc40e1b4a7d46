import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../platform/http/index.js';
import { scriptUrl, styleUrl, workbenchScriptUrl } from '../asset/asset.controller.js';
import type { Site } from './site.js';

/** The site as every page knows it. */
@Injectable()
export class SiteService {
  constructor(private readonly address: PublicAddress) {}

  get site(): Site {
    return { baseUrl: this.address.url, styleUrl, scriptUrl, workbenchScriptUrl };
  }
}
