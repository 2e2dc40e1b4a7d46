/** What people call the rules of the gate. */
const RULES: Record<string, string> = {
  secrecyMark: '密级或内部标志',
  publicity: '公开属性',
  publicityNote: '不公开的标注',
  identityNumber: '公民身份号码',
  identityNumber15: '15 位公民身份号码',
  mobile: '手机号码',
  bankCard: '银行卡号',
  email: '电子邮箱',
  address: '具体地址',
  passport: '护照或通行证号码',
  plate: '机动车号牌',
  sensitiveContext: '具体个人的敏感情况',
  nameWithSensitiveColumn: '姓名与敏感信息同表',
  wrongWord: '不规范用词',
  sensitiveWord: '敏感词',
  unreadText: '没有读到的文字',
  code: '目录没有的代码',
  formedLater: '改晚的形成日期',
};

/** The name of a rule, as people read it. */
export const ruleLabel = (rule: string): string => RULES[rule] ?? rule;
