import { Clock } from '../../src/modules/kernel/clock.js';
import type { TestApplication } from './test-application.js';

/** Sets the clock of the whole application; it stands still until it is set again. */
export function setClock({ app }: TestApplication, instant: string): void {
  Object.assign(app.get(Clock), { now: () => new Date(instant) });
}
