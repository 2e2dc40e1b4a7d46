export { Config, ConfigError, loadConfig } from './config.js';
export { type InsideAllowed, insideAllowed, portRanges } from './outbound-setting.js';
export { settingsTable } from './settings-table.js';
