export * from '../checked.js';
export { daysInMonth, isRealDate } from './calendar-day.js';
export * from './partial-date.js';
