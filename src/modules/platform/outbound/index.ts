export { type Download, type DownloadOptions, GuardedFetch, type NotModified, type PostAnswer, type PostOptions } from './guarded-fetch.js';
export { OutboundModule } from './outbound.module.js';
export { OutboundPolicy } from './outbound-policy.js';
