import { All, Controller, type OnModuleInit, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { JSONRPCMessageSchema } from '@modelcontextprotocol/sdk/types.js';
import type { Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { Open } from '../../platform/access/index.js';
import { Config } from '../../platform/config/index.js';
import { prefersEnglish, PublicAddress, Surfaces } from '../../platform/http/index.js';
import { McpExchange } from './mcp-exchange.js';
import { isAllowedOrigin, isOwnHost, originsOf } from './origin-gate.js';
import { RPC, sendRpcError } from './rpc-error.js';

const PREFLIGHT_HOURS = 24;

/** `/mcp`: streamable HTTP without sessions; every POST stands for itself. */
@ApiExcludeController()
@Open()
@Controller('mcp')
export class McpController implements OnModuleInit {
  constructor(
    private readonly exchange: McpExchange,
    private readonly surfaces: Surfaces,
    private readonly config: Config,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    this.surfaces.add({
      path: '/mcp',
      ownCors: true,
      answer: (error, request, response) => sendRpcError(response, error, prefersEnglish(request.headers['accept-language'])),
    });
  }

  @All()
  async handle(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.admit(request, response);
    if (request.method === 'OPTIONS') return this.preflight(response);
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST, OPTIONS');
      throw new AppError('METHOD_NOT_ALLOWED', '这里只接受 POST：本服务不保存会话，没有可以另外接收的消息。', {
        english: 'Only POST is taken here: there are no sessions, and no stream of its own.',
      });
    }
    const flaw = flawOf(request);
    if (flaw) {
      sendRpcError(response, flaw, prefersEnglish(request.headers['accept-language']), RPC.noRequest);
      return;
    }
    await this.exchange.answer(request, response);
  }

  /** A page of another site could ask in the name of whoever reads it. @throws AppError FORBIDDEN */
  private admit({ headers: { host, origin } }: Request, response: Response): void {
    const place = { site: this.address.url, host: this.config.host, origins: originsOf(this.config.mcpOrigins) };
    response.vary('Origin');
    if (!isOwnHost(host, place))
      throw new AppError('FORBIDDEN', '请求的 Host 不是本站的地址，请用本站公布的网址访问；网址有变，请设置 BASE_URL。', {
        english: 'The Host of the request is not an address of this site; set BASE_URL when it has another one.',
      });
    if (!isAllowedOrigin(origin, host, place))
      throw new AppError('FORBIDDEN', '不接受来自其他网站页面的请求；要允许某个网站，请在 MCP_ORIGINS 中加上它。', {
        english: 'Pages of this origin may not ask; the operator can allow it in MCP_ORIGINS.',
      });
    if (origin === undefined) return;
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy');
  }

  private preflight(response: Response): void {
    response.setHeader('Access-Control-Allow-Methods', 'POST');
    response.setHeader(
      'Access-Control-Allow-Headers',
      'Content-Type, Accept, Authorization, X-API-Key, Mcp-Protocol-Version, Mcp-Session-Id, Last-Event-ID',
    );
    response.setHeader('Access-Control-Max-Age', String(PREFLIGHT_HOURS * 3600));
    response.status(204).end();
  }
}

/** Why what was sent is no message; it was read already. @throws AppError UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE */
function flawOf(request: Request): AppError | undefined {
  if (!request.is('application/json'))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', '请求体应为 JSON，请设置 Content-Type: application/json。', {
      english: 'The body must be JSON, with Content-Type: application/json.',
    });
  if (!request.accepts(['application/json', 'text/event-stream']))
    throw new AppError('NOT_ACCEPTABLE', '只能回答 application/json 或 text/event-stream，请修改 Accept 请求头。', {
      english: 'Accept application/json or text/event-stream.',
    });
  if (Array.isArray(request.body))
    return new AppError('BAD_REQUEST', '不接受成批的消息，请一次只发一个 JSON-RPC 消息。', {
      english: 'Batches are not taken; send one JSON-RPC message at a time.',
    });
  if (JSONRPCMessageSchema.safeParse(request.body).success) return undefined;
  return new AppError('BAD_REQUEST', '请求体不是 JSON-RPC 2.0 消息：应有 jsonrpc、method，请求还应有 id。', {
    english: 'The body is not a JSON-RPC 2.0 message with jsonrpc and method.',
  });
}
