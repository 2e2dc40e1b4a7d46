import { RequestMethod } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { ACCESS } from '../../../src/modules/platform/access/index.js';
import type { TestApplication } from '../../support/test-application.js';

/** Something of the application that answers, with what it declares. */
export interface Endpoint {
  /** `GET /api/v1/records/{identifier}`, or the name of a field of Query or Mutation. */
  name: string;
  /** The operation it needs, or that it is open. */
  access: unknown;
  /** Takes an `Idempotency-Key`. */
  idempotent: boolean;
}

type Handler = (...parameters: never[]) => unknown;
type Kind = 'getControllers' | 'getProviders';

function handlersOf({ app }: TestApplication, kind: Kind): { type: object; name: string; handler: Handler }[] {
  const scanner = new MetadataScanner();
  return new DiscoveryService(app.get(ModulesContainer))[kind]().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function' || typeof metatype.prototype !== 'object' || metatype.prototype === null) return [];
    const prototype = metatype.prototype as Record<string, Handler>;
    return scanner.getAllMethodNames(prototype).map((name) => ({ type: metatype, name, handler: prototype[name]! }));
  });
}

const declared = (type: object, handler: Handler) => ({
  access: (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type)) as unknown,
  idempotent: ((Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? []) as { name: string }[]).some(
    ({ name }) => name === 'IdempotentInterceptor',
  ),
});

/** Every operation of the REST interface. */
export function restOperations(running: TestApplication): Endpoint[] {
  return handlersOf(running, 'getControllers').flatMap(({ type, handler }) => {
    if (!Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
    const path = [type, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part))).join('/');
    const name = `/${path}`
      .replace(/\/+/g, '/')
      .replace(/\/$/, '')
      .replace(/:(\w+)/g, '{$1}');
    return name.startsWith('/api/v1/') ? [{ name: `${method} ${name}`, ...declared(type, handler) }] : [];
  });
}

/** Every field of Query and Mutation. */
export function rootFields(running: TestApplication): Endpoint[] {
  return handlersOf(running, 'getProviders').flatMap(({ type, name, handler }) => {
    const root = Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) as string | undefined;
    if (root !== 'Query' && root !== 'Mutation') return [];
    return [{ name: (Reflect.getMetadata(RESOLVER_NAME_METADATA, handler) as string | undefined) ?? name, ...declared(type, handler) }];
  });
}
