import { Global, Module } from '@nestjs/common';
import { ErrorPages } from './error-pages.js';
import { ProblemFilter } from './problem.filter.js';

/** How errors are answered. */
@Global()
@Module({ providers: [ErrorPages, ProblemFilter], exports: [ErrorPages, ProblemFilter] })
export class HttpModule {}
