export { headerText as oneLine, isAddress } from './header-text.js';
export { MailModule } from './mail.module.js';
export { Mailer, type Mail, MailRefused } from './mailer.js';
