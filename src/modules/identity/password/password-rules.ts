import { pinyin } from 'pinyin-pro';

/** What a new password is held against (reference: GB/T 22239 level 3 practice). */
export interface PasswordContext {
  accountName: string;
  personName: string;
  phone?: string;
  administrator: boolean;
  /** Whether it is the present password or one of the last. */
  usedBefore: (candidate: string) => Promise<boolean>;
}

const LEAST = 10;
const LEAST_OF_ADMINISTRATORS = 12;
const MOST = 128;
const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

/** What everybody tries first, without digits and signs at either end. */
const COMMON =
  /^(?:password|passw0rd|p@ssw0rd|p@ssword|admin|administrator|qwerty(?:uiop)?|1qaz@?2wsx|1qaz2wsx3edc|!qaz2wsx|zaq12wsx|abcd?|aaa?|asdf(?:ghjkl)?|iloveyou|woaini|welcome|letmein|root|test|changeme|haozhao|china|beijing)*$/i;

/** Each sentence says what is wrong with a password; none means it is good. */
export async function passwordFlaws(password: string, context: PasswordContext): Promise<string[]> {
  const text = password.normalize('NFKC');
  const least = context.administrator ? LEAST_OF_ADMINISTRATORS : LEAST;
  const length = [...text].length;
  const flaws: string[] = [];
  if (length < least) flaws.push(`至少 ${least} 个字符${context.administrator ? '（管理员和签发人员要求更高）' : ''}`);
  if (length > MOST) flaws.push(`最多 ${MOST} 个字符`);
  if (text.includes('\0')) flaws.push('含有不能使用的字符');
  if (CLASSES.filter((pattern) => pattern.test(text)).length < 3) flaws.push('小写字母、大写字母、数字、符号四类中至少用三类');
  if (isCommon(text)) flaws.push('太常见，容易被猜到');
  const fragment = personalFragments(context).find((part) => text.toLowerCase().includes(part));
  if (fragment) flaws.push('不能含有账号名、姓名（或其拼音）、电话号码的一部分');
  if (flaws.length === 0 && (await context.usedBefore(text))) flaws.push('不能与最近五次用过的相同');
  return flaws;
}

function isCommon(text: string): boolean {
  const core = text.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  return COMMON.test(core) || COMMON.test(text) || /^(.)\1+$/.test(text) || '01234567890123456789'.includes(text);
}

function personalFragments({ accountName, personName, phone }: PasswordContext): string[] {
  const spelt = pinyin(personName, { toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
  const digits = phone?.replace(/\D/g, '') ?? '';
  return [accountName.toLowerCase(), personName.toLowerCase(), spelt, digits.slice(-6)].filter((part) => part.length >= 3);
}

const MOST_FAILURES = 5;
const LOCKED_FOR = 30 * 60_000;

/** Until when an account is locked after failures in a row; undefined when it is not. Pure. */
export function lockoutAfter(failures: number, lastFailedAt: Date | undefined, now: Date): Date | undefined {
  if (failures < MOST_FAILURES || !lastFailedAt) return undefined;
  const until = new Date(lastFailedAt.getTime() + LOCKED_FOR);
  return until > now ? until : undefined;
}
