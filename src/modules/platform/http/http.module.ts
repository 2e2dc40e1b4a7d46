import { Global, Module } from '@nestjs/common';
import { ErrorPages } from './error-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { Refusals } from './refusals.js';

/** How errors are answered. */
@Global()
@Module({ providers: [ErrorPages, ProblemFilter, Refusals], exports: [ErrorPages, ProblemFilter, Refusals] })
export class HttpModule {}
