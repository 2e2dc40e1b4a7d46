import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

type Handler = (...parameters: never[]) => unknown;

const partsOf = (path: unknown): string[] =>
  (Array.isArray(path) ? path : [path]).map((part) => String(part ?? '').replace(/^\/|\/$/g, ''));

/** The path of every GET route of the application with its parameters, such as `/api/v1/records/:identifier`. */
export function getRoutes(app: NestExpressApplication): string[] {
  const scanner = new MetadataScanner();
  const routes = new DiscoveryService(app.get(ModulesContainer)).getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, Handler>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      if (!Reflect.hasMetadata('path', handler) || Reflect.getMetadata('method', handler) !== RequestMethod.GET) return [];
      return partsOf(Reflect.getMetadata('path', metatype)).flatMap((base) =>
        partsOf(Reflect.getMetadata('path', handler)).map((rest) => `/${[base, rest].filter(Boolean).join('/')}`),
      );
    });
  });
  return [...new Set(routes)].sort();
}

/** A route with each of its parameters filled in every way. */
export function addresses(route: string, values: Record<string, readonly string[]>): string[] {
  const parameter = /:(\w+)/.exec(route)?.[1];
  if (!parameter) return [route];
  const known = values[parameter];
  if (!known) throw new Error(`the test has no value for :${parameter} of ${route}`);
  return known.flatMap((value) => addresses(route.replace(`:${parameter}`, encodeURIComponent(value)), values));
}
