import { Global, Module } from '@nestjs/common';
import { JobRepository } from './job.repository.js';
import { Jobs } from './jobs.js';

/** Work that follows a transaction, and work of every night. */
@Global()
@Module({ providers: [JobRepository, Jobs], exports: [JobRepository, Jobs] })
export class JobModule {}
