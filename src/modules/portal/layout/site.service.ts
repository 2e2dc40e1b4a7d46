import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { scriptUrl, styleUrl, workbenchScriptUrl } from '../asset/asset.controller.js';
import type { Site } from './site.js';

/** The site as every page knows it. */
@Injectable()
export class SiteService {
  constructor(private readonly config: Config) {}

  get site(): Site {
    const baseUrl = (this.config.baseUrl ?? `http://${this.config.host}:${this.config.port}`).replace(/\/$/, '');
    return { baseUrl, styleUrl, scriptUrl, workbenchScriptUrl };
  }
}
