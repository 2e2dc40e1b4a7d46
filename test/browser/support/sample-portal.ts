import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { RecordImporter } from '../../../src/modules/catalog/index.js';
import { DepartmentService, readDepartments } from '../../../src/modules/department/index.js';
import { Clock } from '../../../src/modules/kernel/clock.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { launchChromium } from './chromium.js';
import { contextIn, LIGHT, type Mode } from './mode.js';

const at = (name: string) => fileURLToPath(new URL(`../../../samples/data/${name}`, import.meta.url));

/** The portal with the sample catalog, and a browser in front of it. */
export interface SamplePortal {
  browser: Browser;
  address: string;
  /** Works on one page in a window of its own. */
  visit<T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>, mode?: Mode): Promise<T>;
  close(): Promise<void>;
}

/** A day soon after the newest records of the sample. */
const NOW = '2026-11-20T02:00:00Z';
/** A server with the sample that runs already, to look for faults in without loading it again. */
const GIVEN = process.env.PORTAL;

/** Loads the sample; of its tables only those of datasets that one of the `paths` is about are made. */
export async function openSamplePortal({ paths = [] }: { paths?: readonly string[] } = {}): Promise<SamplePortal> {
  if (GIVEN) return behind(GIVEN, () => Promise.resolve());
  const running = await createTestApplication();
  const { app } = running;
  // What pages say of deadlines and new things is the same every day.
  app.get(Clock).now = () => new Date(NOW);
  await app.get(DepartmentService).register(readDepartments(at('departments.jsonl')));
  for (const name of ['datasets', 'documents'])
    await app.get(RecordImporter).import(at(`${name}.jsonl`), { context: { actor: 'test', requestId: null } });
  await app.get(OutboxDispatcher).drain();
  await makeTables(running, paths);
  await app.listen(0, '127.0.0.1');
  return behind(await app.getUrl(), () => running.close());
}

async function makeTables({ app, query }: TestApplication, paths: readonly string[]): Promise<void> {
  const datasets = paths.map((path) => /^\/datasets\/([^/?]+)/.exec(path)?.[1]);
  await query(
    `DELETE FROM job WHERE name = 'data.convert' AND payload->>'id' NOT IN
       (SELECT c.id::text FROM data_conversion c JOIN record r ON r.id = c.record_id WHERE r.identifier = ANY($1))`,
    [datasets],
  );
  await app.get(Jobs).runPending();
}

/** A browser in front of a server. */
async function behind(address: string, stop: () => Promise<void>): Promise<SamplePortal> {
  const browser = await launchChromium();
  return {
    browser,
    address,
    visit: async (path, options, work, mode = LIGHT) => {
      const context = await contextIn(browser, address, mode, options);
      try {
        const page = await context.newPage();
        await page.goto(address + path);
        return await work(page);
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}
