export { BUILT_IN_YEARS, type CountedDay, WorkCalendar, workCalendar, type WorkYear, yearOf } from './work-calendar.js';
