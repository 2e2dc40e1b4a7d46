export { TransparencyModule } from './transparency.module.js';
export { COUNTS, countBehind, FIGURE_NAMES, type FigureName, FIGURES } from './figure/figure.js';
export type { MonthRange } from './figure/month.js';
export { RankingArgs, RecordsOfFigureQuery, SpanArgs } from './api/transparency.model.js';
export { NO_DEPARTMENT, recordsQuery } from './figure/records-address.js';
export type { FigureValues } from './figure/tally.js';
export { ORDERS, type Order } from './figure/rank.js';
export {
  type FigureRecords,
  type Figures,
  type FiguresQuestion,
  type NamedDepartment,
  type Ranking,
  type RankingQuestion,
  type RecordsQuestion,
  type Summary,
  TransparencyReader,
} from './transparency-reader.js';
export type { CalendarDuty } from './upcoming/calendar-duty.js';
export { EXPIRY_DAYS, type Upcoming, UPDATE_DAYS, UpcomingReader, type UpcomingRecord } from './upcoming/upcoming-reader.js';
