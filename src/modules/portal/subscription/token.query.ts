import { Text } from '../../kernel/field/index.js';

/** The parameter of a link in a mail. */
export class TokenQuery {
  @Text({ description: '邮件中网址里的 token', max: 100, optional: true })
  token?: string;
}
