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

/** A record in the answer of a tool that lists records. */
export interface SeenCard {
  identifier: string;
  kind: string;
  title: string;
  tables: { name: string; rowCount: number }[];
  citation: { title: string; url: string };
}

/** The record that `get_record` answers. */
export interface SeenRecord {
  title: string;
  department: string;
  contact: { phone: string };
  relations: { label: string; identifier: string }[];
  document: Record<'documentNumber' | 'validity' | 'effectiveOn' | 'expiresOn' | 'repealedOn' | 'body', string> & {
    nextBodyFrom: number | null;
  };
}

/** What each tool finds, as far as tests look at it. */
export interface Findings {
  search: { total: number; hits: SeenCard[]; nextCursor: string | null };
  similar: { hits: SeenCard[] };
  find_document_by_number: { documents: SeenCard[]; candidates: SeenCard[] };
  get_record: { record: SeenRecord; tables: SeenCard['tables'] };
  list_facets: { total: number; facets: { name: string; values: { label: string; count: number }[] }[] };
  describe_table: { tables: { name: string; rowCount: number; columns: { name: string; type: string }[] }[] };
  query_rows: { rows: Record<string, string | number | null>[]; total: number | null; nextCursor: string | null };
}

interface Answer {
  isError?: boolean;
  structuredContent?: unknown;
  content: { type: string; text: string }[];
  _meta?: Record<string, unknown>;
}

/** Calls a tool, whatever comes of it. */
export async function call(client: Client, name: string, parameters: Record<string, unknown>): Promise<Answer> {
  return (await client.callTool({ name, arguments: parameters })) as unknown as Answer;
}

/** What a tool found. @throws when the tool refuses */
export async function ask<Name extends keyof Findings>(
  client: Client,
  name: Name,
  parameters: Record<string, unknown>,
): Promise<Findings[Name]> {
  const { isError, structuredContent, content } = await call(client, name, parameters);
  if (isError) throw new Error(`${name}: ${content[0]?.text}`);
  return structuredContent as Findings[Name];
}
