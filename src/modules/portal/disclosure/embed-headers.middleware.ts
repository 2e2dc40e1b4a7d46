import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { allowsOrigin, Config, embedHosts, frameAncestors } from '../../platform/config/index.js';

const FRAME_ANCESTORS = /frame-ancestors [^;]*/;

/** Lets pages of the hosts of `EMBED_HOSTS`, and of nobody else, show what lies under `/embed`. */
@Injectable()
export class EmbedHeadersMiddleware implements NestMiddleware {
  private readonly hosts;

  constructor(config: Config) {
    this.hosts = embedHosts(config.embedHosts);
  }

  use(request: Request, response: Response, next: NextFunction): void {
    const policy = String(response.getHeader('Content-Security-Policy') ?? '');
    const ancestors = `frame-ancestors ${frameAncestors(this.hosts)}`;
    response.setHeader('Content-Security-Policy', FRAME_ANCESTORS.test(policy) ? policy.replace(FRAME_ANCESTORS, ancestors) : ancestors);
    // The older header cannot name hosts; it is only right for nobody.
    if (this.hosts.length === 0) response.setHeader('X-Frame-Options', 'DENY');
    else response.removeHeader('X-Frame-Options');
    response.vary('Origin');
    const { origin } = request.headers;
    if (origin !== undefined && allowsOrigin(this.hosts, origin)) response.setHeader('Access-Control-Allow-Origin', origin);
    next();
  }
}
