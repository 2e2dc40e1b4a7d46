import type { AppError } from '../../../kernel/app-error.js';
import { type Form, textOf } from '../form-text.js';

/** The named boxes that hold something. */
export const given = (form: Form, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = textOf(form, name);
      return text === null ? [] : [[name, text]];
    }),
  );

const LABELS: Record<string, string> = {
  name: '名称',
  personName: '姓名',
  email: '邮箱',
  phone: '电话',
  code: '部门编号',
  fax: '传真',
  duties: '机关职能',
  leaders: '负责人',
  internalUnits: '内设机构',
  creditCode: '统一社会信用代码',
  region: '行政区划代码',
  role: '角色',
  department: '部门',
  scopes: '权限',
  expiresOn: '到期日',
  word: '要查的词',
  suggestion: '通常应写作',
};

/** The sentences of an error as people read them: wrong fields by the names of their boxes. */
export function sentencesOf({ message, details: { fields = [] } }: AppError): string[] {
  if (!message.startsWith('输入有误') && !message.startsWith('查询参数有误')) return [message];
  return fields.map(({ field, message: reason }) => `${LABELS[field.replace(/^contact\./, '')] ?? field}：${reason}。`);
}
