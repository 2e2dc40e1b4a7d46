export { atEnd, beforeCommits, inTransaction } from './in-transaction.js';
export { isRowId } from './row-id.js';
export { violatedConstraint } from './violated-constraint.js';
export { dataSource, migrate, openDatabase, type DatabaseOptions, type Transaction } from './open-database.js';
