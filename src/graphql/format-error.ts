import { unwrapResolverError } from '@apollo/server/errors';
import { type ASTNode, GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import type { ErrorDetails } from '../modules/kernel/app-error.js';
import { asAppError } from '../modules/platform/http/index.js';
import type { Log } from '../modules/platform/logging/index.js';

/** What REST has in a header is an argument of the field here: `version` of a submission, `revision` of a record. */
function argumentOf(field: string, thrown: unknown): string {
  if (field !== 'If-Match') return field;
  const names = thrown instanceof GraphQLError ? (thrown.nodes ?? []).flatMap(argumentsOf) : [];
  return names.includes('version') ? 'version' : 'revision';
}

const argumentsOf = (node: ASTNode): string[] => (node.kind === Kind.FIELD ? (node.arguments ?? []).map(({ name }) => name.value) : []);

/** Every error as callers see it: code, sentence and fields of REST; what nobody foresaw is logged and masked. */
export function formatError(log: Log): (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError {
  return (formatted, thrown) => {
    const cause = unwrapResolverError(thrown);
    // Errors of GraphQL itself (syntax, validation, variables, limits) say what is wrong in the terms of the query.
    if (cause instanceof GraphQLError && formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR')
      return { ...formatted, extensions: withoutStack(formatted.extensions) };
    const error = asAppError(cause);
    if (error.code === 'INTERNAL') log.error({ error: cause, path: formatted.path }, 'resolver failed');
    const { english, fields }: ErrorDetails = error.details;
    return {
      message: error.message,
      ...(formatted.path ? { path: formatted.path, locations: formatted.locations } : {}),
      extensions: {
        code: error.code,
        ...(english ? { english } : {}),
        ...(fields ? { fields: fields.map(({ field, message }) => ({ field: argumentOf(field, thrown), message })) } : {}),
      },
    };
  };
}

function withoutStack(extensions: Record<string, unknown> | undefined): Record<string, unknown> {
  const { stacktrace: _stack, exception: _exception, http: _http, ...rest } = extensions ?? {};
  return rest;
}
