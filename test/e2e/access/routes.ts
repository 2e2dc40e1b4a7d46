import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { isOperation, type Operation } from '../../../src/modules/identity/index.js';
import { ACCESS } from '../../../src/modules/platform/access/index.js';
import type { TestApplication } from '../../support/test-application.js';

/** A route of the application that needs an operation. */
export interface GuardedRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** With its parameters as `:name`. */
  path: string;
  operation: Operation;
  /** A page, whose visitor is known by a cookie. */
  page: boolean;
}

const pathsOf = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();

/** Every route that declares an operation, as the application itself knows them. */
export function guardedRoutes({ app }: TestApplication): GuardedRoute[] {
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name): GuardedRoute[] => {
      const handler = prototype[name]!;
      if (!Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const operation: unknown = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, metatype);
      if (typeof operation !== 'string' || !isOperation(operation)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] as GuardedRoute['method'];
      const page =
        Reflect.getMetadata('haozhao:by-cookie', metatype) === true || Reflect.getMetadata('haozhao:by-cookie', handler) === true;
      return pathsOf(metatype).flatMap((place) =>
        pathsOf(handler).map((end) => ({ method, path: `/${place}/${end}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'), operation, page })),
      );
    });
  });
}
