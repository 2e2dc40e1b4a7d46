import { Global, Module } from '@nestjs/common';
import { ErrorPages } from './error-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicAddress } from './public-address.js';
import { Refusals } from './refusals.js';
import { Surfaces } from './surfaces.js';

/** How errors are answered, and under which address. */
@Global()
@Module({
  providers: [ErrorPages, ProblemFilter, PublicAddress, Refusals, Surfaces],
  exports: [ErrorPages, ProblemFilter, PublicAddress, Refusals, Surfaces],
})
export class HttpModule {}
