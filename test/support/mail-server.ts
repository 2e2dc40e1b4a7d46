import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** What a mail server took: envelope and the raw message. */
export interface TakenMail {
  to: string[];
  raw: string;
  subject: string;
  text: string;
}

export interface MailServer {
  port: number;
  taken: TakenMail[];
  /** Addresses that it refuses for good. */
  refused: Set<string>;
  /** Called with a mail that was taken, before the sender is told; when it fails, the sender is told to come again. */
  beforeAnswer?: (mail: TakenMail) => void | Promise<void>;
  close: () => Promise<void>;
}

/** A real SMTP server on a free port, or on the one given. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(refused.has(address) ? Object.assign(new Error('no such user'), { responseCode: 550 }) : undefined);
    },
    onData(stream: SMTPServerDataStream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const mail = { to: session.envelope.rcptTo.map(({ address }) => address), raw, ...read(raw) };
        taken.push(mail);
        Promise.resolve(mail)
          .then((each) => running.beforeAnswer?.(each))
          .then(
            () => done(),
            () => done(Object.assign(new Error('come again'), { responseCode: 451 })),
          );
      });
    },
  });
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const running: MailServer = { port, taken, refused, close };
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  running.port = (server.server.address() as AddressInfo).port;
  return running;
}

/** Subject and text of a message in the encodings that are in use. */
function read(raw: string): { subject: string; text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const subject = (/^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, word: string) => quoted(word.replaceAll('_', ' ')));
  const text = body.join('\r\n\r\n');
  const encoding = /^Content-Transfer-Encoding: (.*)$/im.exec(unfolded)?.[1]?.toLowerCase();
  if (encoding === 'base64') return { subject, text: Buffer.from(text, 'base64').toString('utf8') };
  return { subject, text: encoding === 'quoted-printable' ? quoted(text.replace(/=\r\n/g, '')) : text };
}

const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
