export { DataModule } from './data.module.js';
export { ChangeService, type NewRecords } from './change/change.service.js';
export { CatalogChangeRow } from './change/catalog-change.entity.js';
export {
  type AccessApplication,
  AccessApplicationInput,
  AccessApprovalInput,
  AccessReasonInput,
} from './access/access-application.model.js';
export { AccessApplications, type Decision } from './access/access-applications.js';
export { applyPageUrl } from './access/access-refusal.js';
export { ANSWER_DAYS, APPLICATION_STANDINGS, type ApplicationStanding, MOST_MONTHS, STANDING_LABELS } from './access/application-state.js';
export { presentApplication } from './access/present-application.js';
export { addressOf } from './api/viewer.js';
export { DataKeys } from './key/data-key.service.js';
export { AccessApplicationRow } from './access/access-application.entity.js';
export { DataConversionRow } from './conversion/data-conversion.entity.js';
export { ConversionLog, type ConversionOverview } from './conversion/conversion-log.js';
export { UsageReader } from './usage/usage-reader.js';
export type { UsageDay } from './usage/usage.model.js';
export { isNumeric, type TableSchema } from './table/table-schema.js';
export type { UsedDataset } from './usage/usage.repository.js';
export { DataTableRow } from './table/data-table.entity.js';
export { DataVersionRow } from './table/data-version.entity.js';
export { DataExportRow } from './export/data-export.entity.js';
export { TableReader, type ReadableTable } from './table/table-reader.js';
export { RowReader, type RowPage, type RowQuestion } from './row/row-reader.js';
export { MOST_ROWS } from './row/row.model.js';
export { presentRows } from './row/present-rows.js';
export { LONGEST_EXPRESSION } from './query/where-tokens.js';
export { COLUMN_TYPES } from './table/table-schema.js';
export { quotedColumn } from './query/quoted-column.js';
export { presentTable, tableApiUrl, tablePageUrl } from './api/present-table.js';
export type { DataTableModel } from './api/table.model.js';
export { viewerOf } from './api/viewer.js';
export { exampleCondition } from './description/table-openapi.js';
export { isMadeLater } from './export/export.service.js';
export { EXPORT_FORMATS, MEDIA_TYPES } from './export/export-format.js';
export type { ChartSpec } from './chart/chart-kind.js';
export type { ChartData } from './chart/chart-points.js';
export { ChartReader } from './chart/chart-reader.js';
export { chartSummary } from './chart/chart-summary.js';
export { type ChartTable, chartTable } from './chart/chart-table.js';
export { DRAWING_HEIGHT, DRAWING_WIDTH, drawChart } from './chart/drawing/draw-chart.js';
export { chartAddress, parseChart } from './chart/parse-chart.js';
export { suggestCharts } from './chart/suggest-charts.js';
export { FairUse } from './fair-use/fair-use.js';
export { DataBudgetRow } from './fair-use/data-budget.entity.js';
export { DataKeyIssueRow, DataKeyRow } from './key/data-key.entity.js';
export { DataKeyUsageRow, DataUsageRow } from './usage/data-usage.entity.js';
export { UsageLog } from './usage/usage-log.js';
export { WebhookRow } from './webhook/webhook.entity.js';
export { WebhookDispatcher } from './webhook/webhook-dispatcher.js';
