import { AppError } from '../../kernel/app-error.js';

/** What a caller is told who names a dataset that there never was. */
export const unknownDataset = (identifier: string): AppError =>
  new AppError('NOT_FOUND', `没有标识符为“${identifier}”的数据，请检查标识符，或用搜索查找。`, {
    english: `There is no dataset ${identifier}.`,
  });
