import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { GuardedFetch } from './guarded-fetch.js';
import { OutboundPolicy } from './outbound-policy.js';

/** Requests to addresses that people name. */
@Global()
@Module({
  providers: [{ provide: GuardedFetch, useFactory: (config: Config) => new GuardedFetch(OutboundPolicy.of(config)), inject: [Config] }],
  exports: [GuardedFetch],
})
export class OutboundModule {}
