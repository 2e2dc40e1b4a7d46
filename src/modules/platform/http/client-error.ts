import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '../../kernel/app-error.js';
import { problemOf, STATUS } from './problem.js';

/** A question of 5,000 Chinese characters takes 45 KB of address; Node would stop at 16. */
const MOST_HEADER_BYTES = 128 * 1024;

const tooLarge = new AppError('HEADERS_TOO_LARGE', '网址或请求头过长，请缩短查询条件。', {
  english: 'The address or the headers are too long.',
});
const unreadable = new AppError('BAD_REQUEST', '请求不是有效的 HTTP。', { english: 'The request is not valid HTTP.' });

/** Answers what Node refuses before any route sees it in the shape of every other error. */
export function answerClientErrors(server: Server): void {
  Object.assign(server, { maxHeaderSize: MOST_HEADER_BYTES });
  server.on('clientError', (thrown: NodeJS.ErrnoException, socket: Duplex) => {
    if (thrown.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const error = thrown.code === 'HPE_HEADER_OVERFLOW' ? tooLarge : unreadable;
    const status = STATUS[error.code];
    const body = JSON.stringify(problemOf(error, undefined, false));
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
