import { randomUUID } from 'node:crypto';
import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { json, type NextFunction, type Request, type Response, text, urlencoded } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { Config } from '../config/index.js';
import { Log } from '../logging/index.js';
import { Metrics } from '../metrics/index.js';
import { Refusals } from './refusals.js';
import { Surfaces } from './surfaces.js';
import { inRequestContext } from './request-context.js';
import { answerClientErrors } from './client-error.js';
import { ProblemFilter } from './problem.filter.js';
import { parseQuery } from './query-parser.js';
import { limitBodyTime } from './body-time.js';
import { refuseForeignPages, refuseForeignWrites } from './own-forms.js';
import { withoutTokens } from './without-tokens.js';
import { checkAccept, checkAddress, checkContentType } from './request-checks.js';

/** Every other site may ask, since nobody is known by a cookie here. */
const CORS: CorsOptions = {
  origin: '*',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowedHeaders: [
    'Content-Type',
    'If-Match',
    'If-None-Match',
    'Idempotency-Key',
    'Authorization',
    'X-API-Key',
    'X-CKAN-API-Key',
    'Apollo-Require-Preflight',
  ],
  exposedHeaders: [
    ...['ETag', 'Content-Disposition', 'Content-Range', 'Idempotent-Replayed', 'Link', 'X-Request-Id', 'Retry-After'],
    ...['RateLimit', 'RateLimit-Policy'],
  ],
  maxAge: 86_400,
};

const REQUEST_ID = /^[\w.-]{8,64}$/;
const MOST_LISTENERS = 24;
/** Pages with forms. */
const FORMS = [
  '/workbench',
  '/reading',
  '/datasets/:identifier/access',
  '/datasets/:identifier/feedback',
  '/documents/:identifier/feedback',
  '/ask',
  '/subscriptions',
];
const CKAN_ACTIONS = ['/api/3/action', '/api/action'];

/** Request ids and logs, safe headers, compression, body limits and error answers of the whole site. */
export function configureHttp(app: NestExpressApplication, config: Config): void {
  const log = app.get(Log);
  const filter = app.get(ProblemFilter);
  answerClientErrors(app.getHttpServer());
  limitBodyTime(app, app.getHttpServer());
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', parseQuery);
  app.disable('x-powered-by');
  app.disable('etag');
  // What follows, and whoever sends a file, waits for the end of the answer: that is more than Node takes for a leak.
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setMaxListeners(MOST_LISTENERS);
    next();
  });
  app.use(
    pinoHttp({
      logger: log.pino,
      genReqId: (request, response) => {
        const given = request.headers['x-request-id'];
        const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      customLogLevel: (_, { statusCode }, error) => {
        // Who is asked to come again has met no fault.
        if (statusCode === 503) return 'warn';
        return error || statusCode >= 500 ? 'error' : 'debug';
      },
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url: withoutTokens(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    }),
  );
  app.use(app.get(Metrics).observe);
  app.use(app.get(Refusals).observe);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          styleSrc: ["'self'"],
          scriptSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'self'"],
        },
      },
      strictTransportSecurity: config.baseUrl?.startsWith('https:') ?? false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
    }),
  );
  app.use(compression());
  app.use(checkAddress);
  app.use('/api/v1', checkAccept, checkContentType);
  app.use(json({ limit: config.maxBodyKb * 1024, strict: false, type: ['application/json', 'application/*+json'] }));
  app.use(FORMS, refuseForeignPages);
  app.use(refuseForeignWrites);
  app.use(FORMS, urlencoded({ extended: false, limit: config.maxBodyKb * 1024 }));
  // Arguments of harvesters may be repeated, which the protocol has an error for.
  app.use('/oai', text({ limit: config.maxBodyKb * 1024, type: 'application/x-www-form-urlencoded' }));
  // CKAN clients send JSON under the type of a form as well; what it is they tell by how it begins.
  app.use(CKAN_ACTIONS, text({ limit: config.maxBodyKb * 1024, type: ['application/x-www-form-urlencoded', 'text/*'] }));
  // After the bodies are read, since events of a socket know nothing of the request they belong to.
  app.use(inRequestContext);
  const surfaces = app.get(Surfaces);
  app.enableCors((request: Request, decide: (error: null, options: CorsOptions) => void) =>
    decide(null, surfaces.of(request)?.ownCors ? { origin: false } : CORS),
  );
  app.useGlobalFilters(filter);
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    filter.answer(error, request, response);
  });
}
