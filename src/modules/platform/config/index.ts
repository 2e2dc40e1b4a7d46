export { Config, ConfigError, loadConfig } from './config.js';
export { allowsOrigin, type EmbedHost, embedHosts, frameAncestors } from './embed-host.js';
export { type InsideAllowed, insideAllowed, portRanges } from './outbound-setting.js';
export { settingsTable } from './settings-table.js';
