import { AppError } from '../../kernel/app-error.js';

/** What was asked of the search, or undefined while its engine is away: a page that it only adorns is shown without it. */
export async function unlessAway<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAVAILABLE') return undefined;
    throw error;
  }
}
