import { createTransport, type Transporter } from 'nodemailer';
import { headerText, isAddress } from './header-text.js';
import { type Mail, Mailer, MailRefused } from './mailer.js';

const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;

/** Hands mail to an SMTP server. */
export class SmtpMailer extends Mailer {
  readonly on = true;
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: ANSWER_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ to, subject, text, id, headers }: Mail): Promise<void> {
    if (!isAddress(to)) throw new MailRefused(`不是一个邮件地址：${headerText(to)}`);
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: to },
        subject: headerText(subject),
        text,
        messageId: `<${id}@haozhao>`,
        // Out-of-office answers to a machine help nobody (RFC 3834).
        headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
      // A refused sign-in is a wrong setting, which somebody will mend; a refused address or text is not.
      if (code !== 'EAUTH' && responseCode >= 500 && responseCode < 600) throw new MailRefused((error as Error).message);
      throw error;
    }
  }
}
