import { QueryFailedError } from 'typeorm';

/** Name of the constraint that a statement violated; undefined for every other error. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
}
