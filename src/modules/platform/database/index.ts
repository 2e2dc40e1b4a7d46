export { dataSource, migrate, openDatabase, type DatabaseOptions, type Transaction } from './open-database.js';
