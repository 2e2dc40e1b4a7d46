import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '../platform/secret/index.js';
import { subscriptionOfToken, tokenFor } from './subscription-token.js';

const USE = 'subscription';

/** What is asked for by a link of a mail. */
export type LinkPurpose = 'confirm' | 'cancel';

/** Keeps addresses of mailboxes so that the database alone tells none, and makes the links that only their owners know. */
@Injectable()
export class Mailboxes {
  private readonly hashKey: Buffer;
  private readonly countKey: Buffer;
  private readonly linkKeys: Record<LinkPurpose, Buffer>;

  constructor(private readonly secrets: SecretBox) {
    this.hashKey = secrets.keyFor('subscription-mailbox');
    this.countKey = secrets.keyFor('subscription-count');
    this.linkKeys = { confirm: secrets.keyFor('subscription-confirm'), cancel: secrets.keyFor('subscription-cancel') };
  }

  seal(address: string): string {
    return this.secrets.seal(address, USE);
  }

  /** @throws AppError UNAVAILABLE when it was sealed with another key */
  open(sealed: string): string {
    return this.secrets.open(sealed, USE);
  }

  /** The same for every spelling of a mailbox. */
  hash(address: string): string {
    return createHmac('sha256', this.hashKey).update(mailboxOf(address)).digest('base64url');
  }

  /** What stands for a caller or a mailbox where it is counted; another one each day. */
  counted(day: string, subject: string): string {
    return createHmac('sha256', this.countKey).update(`${day} ${subject}`).digest('base64url');
  }

  token(purpose: LinkPurpose, id: string): string {
    return tokenFor(this.linkKeys[purpose], id);
  }

  /** The subscription that a link is for; undefined when it is none of ours. */
  subscriptionOf(purpose: LinkPurpose, token: string): string | undefined {
    return subscriptionOfToken(this.linkKeys[purpose], token);
  }
}

/** Capitals and what stands behind a plus lead to the same mailbox nearly everywhere, and so does every spelling of a domain. Pure. */
export function mailboxOf(address: string): string {
  const [local = '', domain = ''] = address.normalize('NFKC').toLowerCase().split('@');
  return `${local.replace(/(?<=.)\+.*$/, '')}@${domainToASCII(domain).replace(/\.$/, '') || domain}`;
}
