export * from '../checked.js';
export { daysInMonth, isRealDate } from './calendar-day.js';
export * from './partial-date.js';
export { addDays, addMonths, lastDayOf } from './day-arithmetic.js';
