import { InputType } from '@nestjs/graphql';
import { Text, TextList } from '../../kernel/field/index.js';

/** Name and password; the code of the second factor may come along or later. */
@InputType()
export class SessionInput {
  @Text({ description: '账号名', min: 1, max: 40, example: 'lin.editor' })
  name: string;

  @Text({ description: '口令', min: 1, max: 200 })
  password: string;

  @Text({ description: '二次验证码或恢复码', max: 20, optional: true, example: '123456' })
  code?: string | null;
}

@InputType()
export class CodeInput {
  @Text({ description: '二次验证码或恢复码', min: 1, max: 20, example: '123456' })
  code: string;
}

@InputType()
export class PasswordInput {
  @Text({ description: '当前口令', min: 1, max: 200 })
  currentPassword: string;

  @Text({ description: '新口令', min: 1, max: 200 })
  newPassword: string;
}

@InputType()
export class EnrolInput {
  @Text({ description: '正在设置的密钥', min: 16, max: 64, example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  secret: string;

  @Text({ description: '验证器当前显示的六位数字', min: 6, max: 8, example: '123456' })
  code: string;
}

/** A token to send as `Authorization: Bearer`, and what is left to do before it counts. */
export class Session {
  @Text({ description: '登录令牌；每次变化后旧的作废' })
  token: string;

  @Text({ description: '还须完成的步骤：secondFactor、changePassword、enrol；没有则可以使用', optional: true })
  pending?: string | null;

  @TextList({ description: '二次验证的恢复码，只在设置时显示一次' })
  recoveryCodes?: string[];
}

/** A new secret to put into an authenticator. */
export class SecondFactorProposal {
  @Text({ description: '密钥（base32）' })
  secret: string;

  @Text({ description: '供验证器读取的 otpauth 地址' })
  uri: string;
}
