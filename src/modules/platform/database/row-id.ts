const ROW_ID = /^[1-9]\d{0,17}$/;

/** Whether a caller's text can be the number of a row; any other is unknown without asking the database. Pure. */
export const isRowId = (text: string): boolean => ROW_ID.test(text);
