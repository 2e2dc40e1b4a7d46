import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { allowGet } from './graphql/index.js';
import { AppModule } from './app.module.js';
import type { Config } from './modules/platform/config/index.js';
import { configureHttp, serveApiDocs } from './modules/platform/http/index.js';
import type { Log } from './modules/platform/logging/index.js';
import type { Runtime } from './runtime.js';

/** The application, ready to listen; tests and the generator of committed artefacts use it too. */
export async function createApplication(config: Config, runtime: Runtime, log: Log): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, runtime, log), {
    logger: log,
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app, config);
  app.use('/graphql', allowGet);
  serveApiDocs(app);
  await app.init();
  return app;
}
