import { SingleBar } from 'cli-progress';

/** Shows how far a long work has come: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  update(done: number, note: string): void;
  stop(): void;
}

const QUIET_MS = 10_000;

export function progressOf(label: string, total: number): Progress {
  return process.stderr.isTTY ? bar(label, total) : lines(label, total);
}

function bar(label: string, total: number): Progress {
  const shown = new SingleBar({ format: `${label} {bar} {percentage}% {note}`, hideCursor: true, stream: process.stderr });
  shown.start(Math.max(total, 1), 0, { note: '' });
  return { update: (done, note) => shown.update(Math.min(done, total), { note }), stop: () => shown.stop() };
}

function lines(label: string, total: number): Progress {
  let last = Date.now();
  const update = (done: number, note: string) => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    process.stderr.write(`${label} ${total > 0 ? `${Math.floor((100 * Math.min(done, total)) / total)}% ` : ''}${note}\n`);
  };
  return { update, stop: () => undefined };
}
