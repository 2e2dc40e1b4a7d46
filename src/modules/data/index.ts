export { DataModule } from './data.module.js';
export { DataConversionRow } from './conversion/data-conversion.entity.js';
export { DataTableRow } from './table/data-table.entity.js';
export { DataVersionRow } from './table/data-version.entity.js';
export { DataExportRow } from './export/data-export.entity.js';
