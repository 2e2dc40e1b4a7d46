import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Inject, Injectable } from '@nestjs/common';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  InitializeRequestSchema,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.js';
import { flawsOfShape } from '../../kernel/field/index.js';
import { asAppError, prefersEnglish } from '../../platform/http/index.js';
import { Log } from '../../platform/logging/index.js';
import { MCP_TOOLS, type McpTool } from './tool/tool.js';
import { listedTool } from './tool/listed-tool.js';
import { INSTRUCTIONS } from './instructions.js';
import { RPC } from './rpc-error.js';

/** Methods whose parameters are looked at first: what the SDK says of wrong ones is an internal error. */
const SHAPES = new Map<string, z.ZodType>([
  ['initialize', InitializeRequestSchema],
  ['tools/call', CallToolRequestSchema],
  ['tools/list', ListToolsRequestSchema],
]);

/** One message and its answer: a server and a transport for each, since nothing is kept between requests. */
@Injectable()
export class McpExchange {
  private readonly tools: ReadonlyMap<string, McpTool>;
  private readonly listed: ReturnType<typeof listedTool>[];
  /** Costly to make, and never asked by a server that asks nothing back. */
  private readonly jsonSchemaValidator = new AjvJsonSchemaValidator();

  constructor(
    @Inject(MCP_TOOLS) tools: readonly McpTool[],
    private readonly log: Log,
  ) {
    this.tools = new Map(tools.map((tool) => [tool.name, tool]));
    this.listed = tools.map(listedTool);
  }

  async answer(request: Request, response: Response): Promise<void> {
    const { id, method } = request.body as { id?: unknown; method?: string };
    if (SHAPES.get(method ?? '')?.safeParse(request.body).success === false) {
      response.json({ jsonrpc: '2.0', id, error: { code: RPC.wrongParameters, message: `${method} 的 params 不合规范，请按协议填写。` } });
      return;
    }
    // Both are equally good to most clients: then JSON, which needs no stream.
    const asJson = request.accepts(['application/json', 'text/event-stream']) === 'application/json';
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: asJson });
    const server = this.serverFor(request, response);
    response.once('close', () => void server.close());
    await server.connect(transport);
    const answer = await transport.handleRequest(webRequestOf(request), { parsedBody: request.body });
    response.status(answer.status);
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    if (asJson || !answer.body) response.setHeader('Cache-Control', 'no-store');
    if (answer.body) await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(ignoreGone);
    else response.end();
  }

  private serverFor(request: Request, response: Response): McpServer {
    const mcp = new McpServer(
      { name: 'haozhao', title: '好找：政务信息资源目录与公开文件', version: '1' },
      { capabilities: { tools: {} }, instructions: INSTRUCTIONS, jsonSchemaValidator: this.jsonSchemaValidator },
    );
    const english = prefersEnglish(request.headers['accept-language']);
    mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: this.listed }));
    mcp.server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
      const tool = this.tools.get(params.name);
      if (!tool)
        throw new McpError(
          ErrorCode.InvalidParams,
          `没有名为“${params.name.slice(0, 60)}”的工具，现有：${[...this.tools.keys()].join('、')}`,
        );
      try {
        const found = await tool.run(inputOf(tool, params.arguments ?? {}), { request, response, signal });
        return { content: [{ type: 'text', text: found.text }], structuredContent: tool.output.parse(found.structured) };
      } catch (thrown) {
        return this.failed(thrown, tool.name, english);
      }
    });
    return mcp;
  }

  /** What an assistant can do something about is an answer to it, not a failure of the protocol. */
  private failed(thrown: unknown, tool: string, english: boolean): CallToolResult {
    const error = asAppError(thrown);
    if (error.code === 'INTERNAL') this.log.error({ error: thrown, tool }, 'tool failed');
    const { retryAfter, english: sentence, fields } = error.details;
    return {
      isError: true,
      content: [{ type: 'text', text: english ? (sentence ?? error.message) : error.message }],
      _meta: { code: error.code, ...(retryAfter === undefined ? {} : { retryAfter }), ...(fields ? { errors: fields } : {}) },
    };
  }
}

/** The arguments held against the schema of the tool. @throws AppError BAD_REQUEST naming each */
function inputOf({ input }: McpTool, given: Record<string, unknown>): Record<string, unknown> {
  const flaw = flawsOfShape(given)[0];
  if (flaw) throw wrong([flaw]);
  const parsed = input.safeParse(given, { error: z.locales.zhCN().localeError });
  if (parsed.success) return parsed.data;
  throw wrong(
    parsed.error.issues.map(({ path, message, ...issue }) => ({
      field: path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join('、') : ''),
      message: issue.code === 'unrecognized_keys' ? `没有这个参数，可用的：${Object.keys(input.shape).join('、')}` : message,
    })),
  );
}

function wrong(fields: { field: string; message: string }[]): AppError {
  const named = fields.slice(0, 3).map(({ field, message }) => `${field.slice(0, 60)}：${message}`);
  return new AppError('BAD_REQUEST', `参数有误：${named.join('；')}。`, {
    english: `The arguments are not valid: ${fields.map(({ field }) => field.slice(0, 60)).join(', ')}.`,
    fields,
  });
}

/** The same for the transport, which wants to hear that either form would do. */
function webRequestOf({ headers, originalUrl }: Request): globalThis.Request {
  const version = headers['mcp-protocol-version'];
  return new globalThis.Request(new URL(originalUrl, 'http://localhost'), {
    method: 'POST',
    headers: {
      Accept: 'application/json, text/event-stream',
      'Content-Type': 'application/json',
      ...(typeof version === 'string' ? { 'Mcp-Protocol-Version': version } : {}),
    },
  });
}

function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ABORT_ERR') throw error;
}
