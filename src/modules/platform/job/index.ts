export { JobModule } from './job.module.js';
export { JobRepository } from './job.repository.js';
export { JobRow } from './job.entity.js';
export { GiveUp, type JobOptions, Jobs } from './jobs.js';
