import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { TestApplication } from '../../support/test-application.js';

/** The SDK's own client, connected to a listening application. */
export async function connectClient({ app }: TestApplication, headers: Record<string, string> = {}): Promise<Client> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), { requestInit: { headers } }));
  // The client then holds every answer against the schema of its tool.
  await client.listTools();
  return client;
}

interface Answer {
  isError?: boolean;
  structuredContent?: any;
  content: { type: string; text: string }[];
  _meta?: Record<string, unknown>;
}

/** Calls a tool; a tool that refuses is a failed test unless `refused` is expected. */
export async function call(client: Client, name: string, parameters: Record<string, unknown>): Promise<Answer> {
  return (await client.callTool({ name, arguments: parameters })) as unknown as Answer;
}

/** What a tool found. @throws when the tool refuses */
export async function ask(client: Client, name: string, parameters: Record<string, unknown>): Promise<any> {
  const { isError, structuredContent, content } = await call(client, name, parameters);
  if (isError) throw new Error(`${name}: ${content[0]?.text}`);
  return structuredContent;
}
