import { AppError } from '../../kernel/app-error.js';

/** What a caller is told who names a record that there never was. */
export const unknownRecord = (identifier: string): AppError =>
  new AppError('NOT_FOUND', `没有标识符为“${identifier}”的记录。`, { english: `There is no record ${identifier}.` });
