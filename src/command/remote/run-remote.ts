import { once } from 'node:events';
import { Instance } from './instance.js';
import { RemoteFailure } from './remote-failure.js';

/** Writes a text and waits when whoever reads it is slower. */
export type Print = (text: string) => Promise<void>;

/** Runs a command against another instance; needs neither a database nor settings. */
export async function runRemote(
  address: string,
  key: string | undefined,
  work: (instance: Instance, print: Print) => Promise<void>,
): Promise<void> {
  // Whoever read our output has had enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await work(new Instance(address, key, (line) => process.stderr.write(`${line}\n`)), print);
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
