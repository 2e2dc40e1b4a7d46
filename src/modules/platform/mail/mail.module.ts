import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Metrics } from '../metrics/index.js';
import { Mailer, NoMailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** Mail by the SMTP server of the settings; none when there is none, which a figure shows. */
@Global()
@Module({
  providers: [
    {
      provide: Mailer,
      inject: [Config, Metrics],
      useFactory: ({ smtpUrl, mailFrom }: Config, metrics: Metrics): Mailer => {
        metrics.gauge('haozhao_mail_on', '1 when a mail server is set', () => Promise.resolve(smtpUrl ? 1 : 0));
        return smtpUrl ? new SmtpMailer(smtpUrl, mailFrom!) : new NoMailer();
      },
    },
  ],
  exports: [Mailer],
})
export class MailModule {}
