import type { ApolloServerPlugin } from '@apollo/server';
import type { NextFunction, Request, Response } from 'express';

/**
 * GraphQL over HTTP: a request that is well formed as HTTP but not as GraphQL answers 200 under the older `application/json`;
 * under `application/graphql-response+json` it keeps its 4xx.
 */
export function statusPlugin(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          const accept = request.http?.headers.get('accept') ?? '*/*';
          const { body, http } = response;
          const asked = Boolean(request.query) && body.kind === 'single' && http.status === 400;
          if (asked && !accept.includes('application/graphql-response+json')) http.status = 200;
          return Promise.resolve();
        },
      }),
  };
}

/**
 * Lets queries by GET through the forgery check. The check protects what a browser sends along by itself; GET changes nothing here
 * and keys travel in headers that no foreign page can set. POST stays checked.
 */
export function allowGet(request: Request, _response: Response, next: NextFunction): void {
  if (request.method === 'GET') {
    request.headers['apollo-require-preflight'] ??= 'get';
    // A browser that sends a query wants its answer, not the page that explains how to ask.
    if ('query' in request.query && request.accepts(['html', 'json']) === 'html') request.headers.accept = 'application/json';
  }
  next();
}
