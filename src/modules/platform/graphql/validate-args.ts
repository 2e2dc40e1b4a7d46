import { validate, validateQuery } from '../../kernel/field/index.js';

type Constructor<T> = new () => T;

/** GraphQL lets a caller say null for what he could leave out; both mean the default. */
const given = (args: object) => Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));

/** Arguments of a query held against their class, answered like wrong query parameters of REST. @throws AppError BAD_REQUEST */
export function queryArgs<T extends object>(type: Constructor<T>, args: object): T {
  return validateQuery(type, given(args), '参数');
}

/** Input of a mutation held against its class. @throws AppError VALIDATION_FAILED */
export function mutationInput<T extends object>(type: Constructor<T>, input: unknown): T {
  return validate(type, input);
}
