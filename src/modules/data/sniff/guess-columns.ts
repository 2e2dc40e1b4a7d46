import { COMPACT_DATE, isValue, MOST_SCALE, numberForms, OTHER_FORMS, TEXT, type ValueForm } from './value-form.js';

/** Names of columns that hold identifiers, whatever they look like. */
const CODE_NAME =
  /(代码|编码|编号|代号|区划|证号|证件号|号码|邮编|邮政编码|电话|手机|传真|学号|工号|账号|帐号|序列号|信用代码|条码|文号|批号|卡号|房号|门牌号|标识|标识码)$/u;
const DAY_NAME = /(日期|时间|日|date|time|day)$/iu;
const ASCII_CODE_NAME = /(^|[_\s.-])([pug]?id|code|no|phone|tel|zip|zipcode|postcode|mobile|fax|isbn|issn)$/iu;
const CAMEL_CODE_NAME = /[a-z](Code|Id|ID|Phone)$/u;

/** Whether a name says that its column holds identifiers. Pure. */
export function isCodeName(name: string): boolean {
  const bare = name.replace(/[（(][^）)]*[）)]$/u, '').trim();
  return CODE_NAME.test(bare) || ASCII_CODE_NAME.test(bare) || CAMEL_CODE_NAME.test(bare);
}

/** The most decimal places among these texts. Pure. */
export function scaleOf(values: readonly string[]): number {
  let scale = 0;
  for (const value of values) {
    const places = /[.．]([0-9０-９]+)/u.exec(value)?.[1]?.length ?? 0;
    if (places > scale) scale = places;
  }
  return Math.min(scale, MOST_SCALE + 1);
}

/** The form of a column as some of its rows show it. */
export interface FormGuess {
  /** The first form that all of them have. */
  form: ValueForm;
  /** Most of them have another form, so that people should be told of the others. */
  mixed: boolean;
}

/** The form of a column, by its name and some of its cells. Pure. */
export function guessForm(name: string, cells: readonly string[]): FormGuess {
  const values = [...new Set(cells)].filter(isValue);
  if (values.length === 0 || isCodeName(name)) return { form: TEXT, mixed: false };
  const forms = formsFor(name, scaleOf(values));
  const form = forms.find((each) => values.every((value) => each.accepts(value)));
  if (form) return { form, mixed: false };
  const first = values.slice(0, LOOKED_AT);
  return { form: TEXT, mixed: forms.some((each) => first.filter((value) => each.accepts(value)).length * 2 >= first.length) };
}

const LOOKED_AT = 200;

/** The forms that a column of this name may have, the plainest first. Pure. */
export function formsFor(name: string, scale: number): ValueForm[] {
  return [...(DAY_NAME.test(name) ? [COMPACT_DATE] : []), ...numberForms(scale), ...OTHER_FORMS];
}
