/** A short mail in plain text to one address. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Names the mail for good, so that a mail server can tell when the same one comes twice. */
  id: string;
  /** Further headers, such as those by which mail programs offer to cancel (RFC 8058). */
  headers?: Readonly<Record<string, string>>;
}

/** The server refuses this mail whenever it comes: another try is of no use. */
export class MailRefused extends Error {}

/** Sends mail, or says that there is none; also the injection token. */
export abstract class Mailer {
  /** False when no mail server is set. */
  abstract readonly on: boolean;

  /** Returns when the server has taken it. @throws MailRefused, or any other error when a later try may succeed */
  abstract send(mail: Mail): Promise<void>;
}

/** Stands in when `SMTP_URL` is not set. */
export class NoMailer extends Mailer {
  readonly on = false;

  send(): Promise<void> {
    return Promise.reject(new Error('SMTP_URL is not set'));
  }
}
