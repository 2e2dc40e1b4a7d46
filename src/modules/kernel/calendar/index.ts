export { BUILT_IN_YEARS, type CountedDay, WorkCalendar, type WorkYear, yearOf } from './work-calendar.js';
