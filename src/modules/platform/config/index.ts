export { Config, ConfigError, loadConfig } from './config.js';
export { settingsTable } from './settings-table.js';
