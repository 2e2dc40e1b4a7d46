import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { type ElasticsearchServer, startCluster } from '../support/elasticsearch-server.js';
import {
  application,
  drain,
  endAfterEach,
  healthy,
  later,
  PATIENCE,
  serve,
  total,
  watch,
  withElasticsearch,
  write,
} from './elasticsearch-faults.js';

withElasticsearch('With an Elasticsearch of several nodes, or with security on', PATIENCE, () => {
  endAfterEach();
  it('goes on with two of three nodes', async () => {
    const nodes = await startCluster(3, { heapMb: 300 });
    for (const node of nodes) later(node, (made) => made.stop());
    const running = await application(nodes.map(({ url }) => url).join(','));
    await write(running, 0, 100, '壬');
    await drain(running);
    const health = (node: ElasticsearchServer) => fetch(`${node.url}/_cluster/health?wait_for_status=green&wait_for_nodes=3&timeout=60s`);
    expect((await health(nodes[0]!)).status).toBe(200);
    const watching = watch(running, '水文站');
    await nodes[await primaryOf(nodes)]!.kill();
    await write(running, 100, 150, '壬');
    await expect
      .poll(
        async () =>
          drain(running).then(
            async () => (await total(running, '水文站')).total,
            () => undefined,
          ),
        { timeout: 90_000, interval: 500 },
      )
      .toBe(150);
    await watching.end();
    await healthy(running, '水文站', 150);
  });

  const primaryOf = async (nodes: ElasticsearchServer[]): Promise<number> => {
    const shards = (await (await fetch(`${nodes[0]!.url}/_cat/shards/t*-records-*?format=json`)).json()) as {
      prirep: string;
      node: string;
    }[];
    const node = shards.find(({ prirep }) => prirep === 'p')!.node;
    return Number(node.replace('node-', ''));
  };

  it('speaks TLS with a password, and answers 503 when it is not let in', async () => {
    const server = await serve({ security: true });
    const prefix = `t${randomBytes(4).toString('hex')}`;
    const credentials = {
      elasticsearchCa: server.ca,
      elasticsearchUsername: 'elastic',
      elasticsearchPassword: server.password,
      elasticsearchIndex: prefix,
    };
    const running = await application(server.url, credentials);
    await write(running, 0, 10, '癸');
    await healthy(running, '水文站', 10);
    const wrong = await application(server.url, { ...credentials, elasticsearchPassword: 'wrong' });
    expect(await total(wrong, '水文站')).toMatchObject({ status: 503 });
  });
});
