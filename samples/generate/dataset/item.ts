/** 信息项 of a dataset as the catalog prints it. */
export interface Item {
  name: string;
  type: string;
  length: number;
  description: string;
}

type Rule = [pattern: RegExp, type: string, length: number, say: (name: string, subject: string) => string];

/** What the last characters of a Chinese item name say about its type; the first rule that fits wins. */
const RULES: Rule[] = [
  [/(时间|时刻)$/, '日期时间型', 19, (n, s) => `${s}的${n},格式为年-月-日 时:分:秒`],
  [/(日期|有效期至|有效期起)$/, '日期型', 10, (n, s) => `${s}的${n},格式为年-月-日`],
  [/(年度|年份)$/, '整型', 4, (_, s) => `${s}所属的公历年份,四位数字`],
  [/(月份)$/, '字符型', 7, (_, s) => `${s}所属月份,格式为年-月`],
  [/^是否/, '逻辑型', 1, (n) => `${n},取值为“是”或者“否”`],
  [/(统一社会信用代码)$/, '字符型', 18, () => '法人和其他组织统一社会信用代码,符合 GB 32100'],
  [/(区划代码)$/, '字符型', 6, (_, s) => `${s}所在地的行政区划代码,六位`],
  [/(编号|代码|证号|文号|编码|序号)$/, '字符型', 32, (n, s) => `${s}的${n},在本目录内唯一`],
  [/(占比|比例|率|增幅|增速|同比|满意度)(%)?$/, '双精度型', 8, (n, s) => `${s}的${n},单位为百分比,保留一位小数`],
  [/(金额|补贴|费用|价格|收费|支出|收入|投资|预算|限额|标准|余额|奖金|单价|票价|租金|总额)$/, '货币型', 16, (n, s) => `${s}的${n},人民币`],
  [
    /(浓度|指数|水位|流量|面积|长度|里程|距离|重量|库容|产量|吨位|温度|雨量|高程|宽度|氨氮|溶解氧|浊度|余氯|pH值|总磷|高锰酸盐)$/,
    '双精度型',
    12,
    (n, s) => `${s}的${n}实测或者核定数值,计量单位见名称或者备注`,
  ],
  [
    /(数|数量|人次|户数|人数|车次|次数|总量|床位|泊位|座位|件数|面数|名额|计划|学位|余票|客运量|销量|存栏|里数)$/,
    '整型',
    10,
    (n, s) => `${s}的${n},按统计口径汇总`,
  ],
  [/(县区|地区|所在区|辖区)$/, '字符型', 20, (_, s) => `${s}所在的县(市、区)名称`],
  [/(地址|地点|位置|路段|起点|终点|范围|区域)$/, '字符型', 200, (n, s) => `${s}的${n},采用标准地名`],
  [/(电话)$/, '字符型', 20, (_, s) => `${s}的对外公开联系电话`],
  [/(说明|内容|要求|备注|事由|事实|措施|简介|结论|依据|条件|流程|材料)$/, '备注型', 500, (n, s) => `${s}的${n}文字描述`],
  [
    /(等级|级别|类型|类别|状态|性质|方式|结果|分类|品种|用途|类|型号|形式|制式|来源|学段|颜色|品牌)$/,
    '字符型',
    30,
    (n, s) => `${s}的${n},按主管部门规定的代码表取值`,
  ],
  [/(名称|单位|机构|企业|机关|部门|学校|医院|项目|小区|站点|线路)$/, '字符型', 100, (n, s) => `${s}的${n},使用规范全称`],
];

/** Type, length and description of an item from its name. */
export function itemOf(name: string, subject: string): Item {
  const rule = RULES.find(([pattern]) =>
    pattern.test(name.replace(/[(\uff08].*$/u, '').replace(/[^\u4e00-\u9fff]+$/u, (tail) => (tail === 'pH值' ? tail : ''))),
  );
  if (!rule) return { name, type: '字符型', length: 60, description: `${subject}的${name}` };
  const [, type, length, say] = rule;
  return { name, type, length, description: say(name, subject) };
}
