// A process that uses the embedded server: starts it, says so in one JSON line, then obeys the lines `lock` and `stop`.
// With a uid it gives up root after loading its modules, as the project itself may be unreadable to that user.
import { createInterface } from 'node:readline';

const { entry, uid, gid, ...options } = JSON.parse(process.argv[2]);
const { startEmbeddedPostgres, acquireInstanceLock } = await import(entry);
if (uid !== undefined) {
  process.setgroups([]);
  process.setgid(gid);
  process.setuid(uid);
}
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const orders = createInterface({ input: process.stdin });
const server = await startEmbeddedPostgres(options);
say({ url: server.url, adopted: server.adopted, pid: server.pid });
for await (const order of orders) {
  if (order === 'lock') say({ locked: Boolean(await acquireInstanceLock(server.url, options.dataDir)) });
  if (order === 'stop') {
    await server.stop();
    say({ stopped: true });
    break;
  }
}
orders.close();
process.stdin.destroy();
