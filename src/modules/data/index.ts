export { DataModule } from './data.module.js';
export { DataConversionRow } from './conversion/data-conversion.entity.js';
export { DataTableRow } from './table/data-table.entity.js';
export { DataVersionRow } from './table/data-version.entity.js';
export { DataBudgetRow } from './fair-use/data-budget.entity.js';
export { DataKeyIssueRow, DataKeyRow } from './key/data-key.entity.js';
