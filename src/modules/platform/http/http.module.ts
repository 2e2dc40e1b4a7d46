import { Global, Module } from '@nestjs/common';
import { ErrorForms } from './error-forms.js';
import { ErrorPages } from './error-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicAddress } from './public-address.js';
import { Refusals } from './refusals.js';

/** How errors are answered, and under which address. */
@Global()
@Module({
  providers: [ErrorForms, ErrorPages, ProblemFilter, PublicAddress, Refusals],
  exports: [ErrorForms, ErrorPages, ProblemFilter, PublicAddress, Refusals],
})
export class HttpModule {}
