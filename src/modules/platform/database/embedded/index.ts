export { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
export { type EmbeddedPostgres } from './share.js';
export { acquireInstanceLock, type InstanceLock } from './instance-lock.js';
export { assertTrigramsWork } from './application-database.js';
