import type { Response } from 'express';
import type { AppError, ErrorCode } from '../../kernel/app-error.js';
import { STATUS } from '../../platform/http/index.js';

/** Codes of JSON-RPC 2.0; -32000 and below are the server's own. */
export const RPC = {
  unreadable: -32700,
  noRequest: -32600,
  unknownMethod: -32601,
  wrongParameters: -32602,
  internal: -32603,
  refused: -32000,
} as const;

/** An error before a tool is called has no id: nobody knows yet which call it belongs to. Pure. */
export function rpcErrorOf({ code, message, details }: AppError, english: boolean, rpcCode = codeOf(code)): object {
  return { jsonrpc: '2.0', error: { code: rpcCode, message: english ? (details.english ?? message) : message, data: { code } }, id: null };
}

/** Answers an error as JSON-RPC, with the status that it has everywhere. */
export function sendRpcError(response: Response, error: AppError, english: boolean, rpcCode?: number): void {
  response.status(STATUS[error.code]).setHeader('Cache-Control', 'no-store');
  response.type('application/json').send(JSON.stringify(rpcErrorOf(error, english, rpcCode)));
}

/** What fails before a message is looked at is a body that cannot be read. */
function codeOf(code: ErrorCode): number {
  if (code === 'BAD_REQUEST') return RPC.unreadable;
  return code === 'INTERNAL' ? RPC.internal : RPC.refused;
}
