import { loadSampleCatalog } from '../../src/sample-catalog.js';
import { Jobs } from '../../src/modules/platform/job/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import type { Config } from '../../src/modules/platform/config/index.js';
import { createTestApplication, type TestApplication } from './test-application.js';

/** The application with the bundled catalog in it, its index and its tables made; it listens on a free port. */
export async function createSampleApplication(settings: Partial<Config> = {}): Promise<TestApplication> {
  const running = await createTestApplication({ port: 0, ...settings });
  try {
    running.app.get(OutboxDispatcher).start();
    await loadSampleCatalog(running.app, () => undefined);
    await running.app.get(Jobs).runPending();
    await running.app.listen(0, '127.0.0.1');
    return running;
  } catch (error) {
    await running.close();
    throw error;
  }
}
