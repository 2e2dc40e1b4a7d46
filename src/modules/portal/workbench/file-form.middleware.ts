import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { drain, type FileForm, readFileForm } from '../../catalog/index.js';
import { BrowserSession } from '../../identity/index.js';
import { Config } from '../../platform/config/index.js';

/** A request with the file that its form carries, on its way in. */
export type UploadRequest = Request & { upload?: FileForm };

/** What the forms of the workbench that carry a file hold besides it. */
const FIELDS = ['_csrf', 'version', 'title', 'kind', 'department'];

/** Reads a form that carries a file up to the file, so that the guard can judge by its token before the file arrives; of nobody who is not signed in. */
@Injectable()
export class FileFormMiddleware implements NestMiddleware {
  constructor(
    private readonly browser: BrowserSession,
    private readonly config: Config,
  ) {}

  async use(request: UploadRequest, response: Response, next: NextFunction): Promise<void> {
    try {
      if (request.is('multipart/form-data') && (await this.browser.find(request, response))) {
        request.upload = await readFileForm(request, FIELDS, this.config.uploadIdleSeconds);
        request.body = request.upload.fields;
        // Whoever answers without reading the file leaves the rest of it to be read here.
        response.once('finish', () => void drain(request));
      }
      next();
    } catch (error) {
      await drain(request);
      next(error);
    }
  }
}
