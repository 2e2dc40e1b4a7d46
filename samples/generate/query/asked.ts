/** What is asked, and what answers it: themes by id, datasets by a pattern of their titles, or documents by id. */
export interface Asked {
  type: string;
  kind: 'document' | 'dataset' | 'any';
  query: string;
  /** Space-separated theme ids. */
  themes?: string;
  titles?: RegExp;
  /** Titles that answer in part. */
  partly?: RegExp;
  /** Document ids that answer exactly; the documents of `themes` then count in part. */
  exactly?: string;
}

const ask = (type: string, kind: Asked['kind'], query: string, answer: Omit<Asked, 'type' | 'kind' | 'query'> = {}): Asked => ({
  type,
  kind,
  query,
  ...answer,
});

/** Every query except those made from document numbers, titles and interpretations. */
export const ASKED: Asked[] = [
  ask('keyword', 'any', '垃圾分类', { themes: 'cgj-waste', titles: /垃圾分类收集点/, partly: /生活垃圾处理量|餐厨垃圾/ }),
  ask('keyword', 'any', '住房公积金提取', { themes: 'gjj-withdraw', titles: /缴存提取月报|租房提取统计/ }),
  ask('keyword', 'any', '电动自行车', { themes: 'gaj-ebike', titles: /电动自行车/, partly: /以旧换新/ }),
  ask('keyword', 'document', '河长制', { themes: 'slj-river' }),
  ask('keyword', 'document', '长期护理保险', { themes: 'ybj-care' }),
  ask('keyword', 'dataset', '水库', { titles: /水库基本情况/, partly: /水位雨量/ }),
  ask('keyword', 'dataset', '养老机构', { titles: /养老机构基本信息/, partly: /老年食堂|适老化/ }),
  ask('keyword', 'dataset', '加油站', { titles: /成品油零售网点/ }),
  ask('keyword', 'dataset', '排污许可', { titles: /排污许可证发放/, partly: /重点排污单位|排污口/ }),
  ask('keyword', 'any', '非物质文化遗产', { themes: 'wlj-heritage', titles: /非物质文化遗产|非遗/ }),
  ask('multi', 'document', '烟花爆竹 禁止燃放 区域', { themes: 'gaj-firework' }),
  ask('multi', 'any', '老旧小区 加装电梯 补助', {
    themes: 'zjj-oldarea',
    exactly: 'zjj-oldarea-lift',
    titles: /加装电梯补助/,
    partly: /老旧小区改造项目/,
  }),
  ask('multi', 'document', '创业担保贷款 贴息 反担保', { themes: 'rsj-startup' }),
  ask('multi', 'dataset', '公交 线路 票价', { titles: /公交线路基本信息/, partly: /公交站点|公交实时/ }),
  ask('multi', 'document', '校外培训 预收费 退费', { themes: 'jyj-tutoring' }),
  ask('multi', 'dataset', '食品 抽检 不合格', { titles: /食品安全监督抽检/, partly: /农产品质量安全抽检|产品质量监督抽查/ }),
  ask('dept-topic', 'document', '市医保局 生育津贴', { themes: 'ybj-maternity' }),
  ask('dept-topic', 'document', '教育局 学生资助', { themes: 'jyj-aid' }),
  ask('dept-topic', 'dataset', '市交通运输局 网约车', { titles: /网约车/ }),
  ask('dept-topic', 'dataset', '市卫健委 疫苗接种', { titles: /预防接种门诊/ }),
  ask('dept-topic', 'document', '水务局 防汛', { themes: 'slj-flood' }),
  ask('dept-topic', 'dataset', '人社局 培训机构', { titles: /职业技能培训机构/, partly: /技能等级评价/ }),
  ask('year', 'document', '2024年义务教育招生入学', { themes: 'jyj-enroll', exactly: 'jyj-enroll-plan-2024' }),
  ask('year', 'document', '2025年低保标准', { themes: 'mzj-dibao', exactly: 'mzj-dibao-standard-2025' }),
  ask('year', 'document', '2026年度居民医保缴费', { themes: 'ybj-resident', exactly: 'ybj-resident-fee-2026' }),
  ask('year', 'document', '2024年防汛备汛', { themes: 'slj-flood', exactly: 'slj-flood-notice-2024' }),
  ask('year', 'document', '2025年民生实事', { exactly: 'livelihood-2025', partly: /^澜川市人民政府办公室关于印发\d+年民生实事/ }),
  ask('synonym', 'document', '小孩上小学怎么报名', { themes: 'jyj-enroll' }),
  ask('synonym', 'dataset', '买药的地方', { titles: /定点零售药店|药品零售许可/ }),
  ask('synonym', 'document', '打预防针', { themes: 'wjw-vaccine' }),
  ask('synonym', 'dataset', '菜市场', { titles: /农贸市场名录/ }),
  ask('synonym', 'document', '房产过户', { themes: 'zrj-estate' }),
  ask('synonym', 'dataset', '厕所在哪', { titles: /公共厕所/ }),
  ask('synonym', 'document', '电瓶车充电', { themes: 'gaj-ebike' }),
  ask('synonym', 'dataset', '停车位', { titles: /停车场信息|临时停车泊位/, partly: /共享单车/ }),
  ask('synonym', 'document', '家里穷上不起学有补助吗', { themes: 'jyj-aid' }),
  ask('synonym', 'dataset', '看病的医院', { titles: /医疗机构名录|定点医疗机构名单/, partly: /发热门诊|协议医疗机构/ }),
  ask('question', 'document', '租房可以提取多少公积金?', { themes: 'gjj-withdraw' }),
  ask('question', 'document', '夏天室外干活有高温补贴吗?', { themes: 'rsj-heat' }),
  ask('question', 'document', '单位拖欠农民工工资怎么办?', { themes: 'rsj-wage', partly: /法律援助便民服务/ }),
  ask('question', 'document', '异地就医报销比例会降低吗?', { themes: 'ybj-resident' }),
  ask('question', 'document', '外地人可以在澜川办结婚证吗?', { themes: 'mzj-marriage' }),
  ask('question', 'document', '坟墓可以建在耕地上吗?', { themes: 'mzj-funeral', partly: /耕地保护/ }),
  ask('question', 'document', '献血以后家人用血免费吗?', { themes: 'wjw-blood' }),
  ask('question', 'document', '网约车司机要办什么证?', { themes: 'jtj-ride' }),
  ask('question', 'document', '请不起律师怎么办?', { themes: 'sfj-aid' }),
  ask('question', 'document', '举报安全隐患有奖金吗?', { themes: 'yjj-reward' }),
  ask('typo', 'document', '烟花暴竹', { themes: 'gaj-firework' }),
  ask('typo', 'document', '住房公基金贷款', { themes: 'gjj-loan' }),
  ask('typo', 'document', '不动产登纪', { themes: 'zrj-estate' }),
  ask('typo', 'dataset', '幼儿圆名录', { titles: /幼儿园名录/ }),
  ask('pinyin', 'document', 'dibao', { themes: 'mzj-dibao' }),
  ask('pinyin', 'dataset', 'tushuguan', { titles: /图书馆/ }),
  ask('pinyin', 'document', 'senlin fanghuo', { themes: 'zrj-fire' }),
  ask('pinyin', 'any', 'gongjiao', { themes: 'jtj-bus', titles: /公交/ }),
  ask('traditional', 'document', '養老服務', { themes: 'mzj-elder' }),
  ask('traditional', 'document', '機動車停車管理', { themes: 'cgj-parking' }),
  ask('traditional', 'dataset', '空氣質量', { titles: /空气质量/ }),
  ask('traditional', 'document', '退役軍人優待', { themes: 'tyj-veteran' }),
  ask('short-form', 'document', '商转公', { themes: 'gjj-loan' }),
  ask('short-form', 'document', '长护险', { themes: 'ybj-care' }),
  ask('short-form', 'document', '专精特新', { themes: 'kgj-sme' }),
  ask('short-form', 'document', '两项补贴', { themes: 'mzj-disabled' }),
  ask('short-form', 'document', '带押过户', { themes: 'zrj-estate' }),
  ask('short-form', 'dataset', '双公示', { titles: /双公示|行政许可结果公示/ }),
  ask('none', 'any', '航天员 选拔 训练'),
  ask('none', 'document', '极地科考船 管理办法'),
  ask('none', 'any', '加密货币 交易所 牌照'),
];
