import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';

/** How to reach Elasticsearch. */
export interface ElasticsearchOptions {
  /** One address, or several of the same cluster. */
  nodes: string[];
  /** Beginning of the names of all indices. */
  prefix: string;
  apiKey?: string;
  username?: string;
  password?: string;
  /** Path of a PEM file with the authority that signed the server's certificate. */
  ca?: string;
}

export const SEARCH_TIMEOUT_MS = 8_000;
export const WRITE_TIMEOUT_MS = 60_000;
/** For work that nobody waits for at a screen: refreshing a new index of millions, or walking through all of it. */
export const MAINTENANCE_TIMEOUT_MS = 300_000;

/** A client that asks only the nodes it was given. A single request can wait less than `timeout`, never longer: its connections end there. */
export function createClient({ nodes, apiKey, username, password, ca }: ElasticsearchOptions, timeout = SEARCH_TIMEOUT_MS): Client {
  const auth = apiKey !== undefined ? { apiKey } : username !== undefined ? { username, password: password ?? '' } : undefined;
  return new Client({
    nodes,
    requestTimeout: timeout,
    // Reading is safe to repeat on another node; whoever writes turns this off.
    maxRetries: Math.max(1, nodes.length - 1),
    sniffOnStart: false,
    sniffOnConnectionFault: false,
    compression: false,
    ...(auth ? { auth } : {}),
    ...(ca === undefined ? {} : { tls: { ca: readFileSync(ca) } }),
  });
}
