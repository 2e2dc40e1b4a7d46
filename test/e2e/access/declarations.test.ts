import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isOperation } from '../../../src/modules/identity/index.js';
import { ACCESS, OPEN } from '../../../src/modules/platform/access/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

let running: TestApplication;

beforeAll(async () => {
  running = await createTestApplication();
});
afterAll(() => running.close());

type Handler = (...parameters: never[]) => unknown;

/** Every method of the application that answers a request, with what it declares. */
function declarations(): { name: string; access: unknown }[] {
  const discovery = new DiscoveryService(running.app.get(ModulesContainer));
  const scanner = new MetadataScanner();
  return [...discovery.getControllers(), ...discovery.getProviders()].flatMap(({ metatype }) => {
    if (typeof metatype !== 'function' || typeof metatype.prototype !== 'object' || metatype.prototype === null) return [];
    const prototype = metatype.prototype as Record<string, Handler>;
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method]!;
      const answers =
        Reflect.hasMetadata('path', handler) ||
        ['Query', 'Mutation'].includes(Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) as string);
      if (!answers) return [];
      return [
        { name: `${metatype.name}.${method}`, access: Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, metatype) },
      ];
    });
  });
}

it('finds routes and resolvers at all', () => {
  const names = declarations().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(50);
  expect(names).toContain('SessionController.signIn');
  expect(names).toContain('RecordWritingResolver.withdrawRecord');
});

it('every route and resolver declares what it needs', () => {
  const silent = declarations().filter(({ access }) => access !== OPEN && !(typeof access === 'string' && isOperation(access)));
  expect(silent).toEqual([]);
});

it('nothing that writes is open, save signing in, counting a click, saying something about a record, subscribing a mailbox, taking or giving up a key of one’s own and applying with it', () => {
  const writing = declarations().filter(
    ({ name, access }) =>
      access === OPEN && /\.(create|replace|withdraw|set|remove|put|delete|submit|approve|grant|revoke|upload|signIn|click)/i.test(name),
  );
  expect(writing.map(({ name }) => name).sort()).toEqual([
    'AccessApplicationController.submit',
    'AccessApplicationResolver.submitAccessApplication',
    'AccessPagesController.submit',
    'DataKeyController.create',
    'DataKeyController.revoke',
    'DataKeyResolver.createDataKey',
    'DataKeyResolver.revokeDataKey',
    'FeedbackController.submit',
    'FeedbackPagesController.submitDemand',
    'FeedbackPagesController.submitOnDataset',
    'FeedbackPagesController.submitOnDocument',
    'FeedbackResolver.submitDemand',
    'FeedbackResolver.submitFeedback',
    'RecordFeedbackController.submit',
    'SearchController.clicked',
    'SessionController.signIn',
    'SignInController.signIn',
    'SignInController.signInPage',
    'SubscriptionController.create',
    'SubscriptionPagesController.submit',
    'SubscriptionResolver.createSubscription',
  ]);
});
