import { AppError } from '../../../kernel/app-error.js';

/** A search that cannot be understood; `field` is the parameter. Answered as CKAN's Search Query Error. */
export function searchQueryError(field: string, message: string, english: string): AppError {
  return new AppError('BAD_REQUEST', `参数 ${field} 有误：${message}。`, {
    english: `${field}: ${english}.`,
    fields: [{ field, message }],
  });
}
