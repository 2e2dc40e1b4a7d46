export { inTransaction } from './in-transaction.js';
export { dataSource, migrate, openDatabase, type DatabaseOptions, type Transaction } from './open-database.js';
