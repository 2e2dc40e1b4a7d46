import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server says to a request; `undefined` is 204. */
type Answer = { status: number; headers?: Record<string, string> } | undefined;

/** A real server on 127.0.0.1 that keeps what is sent to it. */
export class ReceivingServer {
  readonly received: Received[] = [];
  /** Decides the answer to each request; may take its time. */
  answer: (request: Received, number: number) => Answer | Promise<Answer> = () => undefined;
  /** Most requests that were open at the same time. */
  mostAtOnce = 0;
  private open = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(): Promise<ReceivingServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiving = new ReceivingServer(server, (server.address() as AddressInfo).port);
    server.on('request', (request, response) => {
      receiving.mostAtOnce = Math.max(receiving.mostAtOnce, ++receiving.open);
      response.once('close', () => (receiving.open -= 1));
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const one = { headers: request.headers, body: Buffer.concat(parts).toString('utf8') };
        const number = receiving.received.push(one);
        void Promise.resolve(receiving.answer(one, number)).then((answer) => {
          response.writeHead(answer?.status ?? 204, answer?.headers).end();
        });
      });
    });
    return receiving;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
