import { creditCode, organisationCode } from './credit-code.js';
import { CITY } from './region.js';

/** One department of the invented city. */
export interface Department {
  code: string;
  name: string;
  shortNames: string[];
  formerNames: string[];
  creditCode: string;
  regionCode: string;
  phone: string;
  email: string;
  disclosureUnit: string;
  officeHours: string;
  /** 发文机关代字. */
  stem: string;
  /** Stem of its 规范性文件, for those that number them apart. */
  normativeStem: string;
  duty: string;
  topic: string;
}

type Row = [code: string, name: string, short: string, former: string, stem: string, unit: string, topic: string, duty: string];

const ROWS: Row[] = [
  ['szf', '人民政府', '市政府', '', '政', '办公室政务公开科', '综合政务', '领导全市经济、社会、文化、生态等各项行政工作'],
  [
    'sfb',
    '人民政府办公室',
    '市政府办公室 市政府办 市府办',
    '',
    '政办',
    '政务公开科',
    '综合政务',
    '协助市政府领导组织起草、审核公文,督促检查决定事项落实,指导全市政务公开工作',
  ],
  [
    'fgw',
    '发展和改革委员会',
    '市发改委 市发展改革委',
    '发展计划委员会',
    '发改',
    '法规与公开科',
    '国民经济管理、国有资产监管',
    '拟订国民经济和社会发展规划,审批和核准重大项目,管理价格和粮食储备,统筹社会信用体系建设',
  ],
  ['jyj', '教育局', '市教育局', '教育委员会', '教', '办公室', '科技、教育', '统筹各级各类教育,管理招生考试、学籍和教师队伍,监督校外培训'],
  [
    'kgj',
    '科学技术和工业信息化局',
    '市科工局 市科技工信局',
    '科学技术局 经济和信息化委员会',
    '科工',
    '综合科',
    '工业、交通',
    '推动科技创新和产业升级,指导工业经济运行,培育高新技术企业和专精特新企业',
  ],
  ['gaj', '公安局', '市公安局', '', '公', '法制支队', '公安、安全、司法', '维护社会治安和道路交通秩序,管理户籍、出入境和危险物品'],
  [
    'mzj',
    '民政局',
    '市民政局',
    '',
    '民',
    '办公室',
    '民政、扶贫、救灾',
    '负责社会救助、养老服务、儿童福利、殡葬、婚姻登记、社会组织和行政区划地名管理',
  ],
  [
    'sfj',
    '司法局',
    '市司法局',
    '人民政府法制办公室',
    '司',
    '法治调研科',
    '公安、安全、司法',
    '承担行政规范性文件合法性审核、行政复议、公共法律服务、人民调解和社区矫正工作',
  ],
  [
    'czj',
    '财政局',
    '市财政局',
    '',
    '财',
    '预算科',
    '财政、金融、审计',
    '编制和执行市级预算,管理政府采购、政府债务、行政事业性收费和国有资产',
  ],
  [
    'rsj',
    '人力资源和社会保障局',
    '市人社局 市人力资源社会保障局',
    '劳动和社会保障局 人事局',
    '人社',
    '政策法规科',
    '劳动、人事、监察',
    '负责就业创业、社会保险、人才引进、职业技能培训和劳动关系协调',
  ],
  [
    'zrj',
    '自然资源和规划局',
    '市自然资源局 市资规局',
    '国土资源局 城乡规划局 林业局',
    '自然资规',
    '办公室',
    '国土资源、能源',
    '负责国土空间规划、耕地保护、不动产登记、地质灾害防治和林业管理',
  ],
  [
    'hbj',
    '生态环境局',
    '市生态环境局 市环保局',
    '环境保护局',
    '环',
    '宣传教育科',
    '城乡建设、环境保护',
    '监督管理大气、水、土壤污染防治,实施排污许可和环境影响评价,发布环境质量信息',
  ],
  [
    'zjj',
    '住房和城乡建设局',
    '市住建局',
    '房地产管理局 建设局',
    '建',
    '政策法规科',
    '城乡建设、环境保护',
    '负责住房保障、房地产市场、建筑业、老旧小区改造、城镇燃气和物业管理',
  ],
  [
    'cgj',
    '城市管理局',
    '市城管局 市城市管理和综合执法局',
    '城市管理行政执法局',
    '城管',
    '综合科',
    '城乡建设、环境保护',
    '负责市容环卫、生活垃圾分类、公共停车、市政设施养护和城市管理综合执法',
  ],
  [
    'jtj',
    '交通运输局',
    '市交通局 市交通运输局',
    '交通局',
    '交',
    '政策法规科',
    '工业、交通',
    '负责公路水路建设养护、公共交通、出租汽车和网约车、道路货运管理',
  ],
  [
    'slj',
    '水务局',
    '市水务局',
    '水利局',
    '水',
    '办公室',
    '农业、林业、水利',
    '负责水资源管理、防洪工程、城乡供水排水、节约用水和河长制日常工作',
  ],
  [
    'nyj',
    '农业农村局',
    '市农业农村局',
    '农业局 畜牧水产局',
    '农',
    '政策改革科',
    '农业、林业、水利',
    '推进乡村振兴,管理种植业、畜牧业、渔业、农机和农产品质量安全',
  ],
  [
    'swj',
    '商务局',
    '市商务局',
    '招商局',
    '商',
    '市场体系建设科',
    '商贸、海关、旅游',
    '负责内贸流通、招商引资、对外贸易、成品油和二手车流通管理',
  ],
  [
    'wlj',
    '文化旅游和体育局',
    '市文旅体局 市文旅局',
    '文化广电新闻出版局 体育局 旅游发展委员会',
    '文旅',
    '公共服务科',
    '文化、广电、新闻出版',
    '负责公共文化、文物和非物质文化遗产保护、旅游市场和全民健身',
  ],
  [
    'wjw',
    '卫生健康委员会',
    '市卫健委 市卫生健康委',
    '卫生局 人口和计划生育委员会',
    '卫健',
    '法规与监督科',
    '卫生、体育',
    '负责疾病预防控制、医疗服务监管、妇幼健康、血液管理和托育服务',
  ],
  [
    'tyj',
    '退役军人事务局',
    '市退役军人局',
    '',
    '退役军人',
    '办公室',
    '劳动、人事、监察',
    '负责退役军人移交安置、就业创业、优待抚恤和烈士纪念设施管理',
  ],
  [
    'yjj',
    '应急管理局',
    '市应急局',
    '安全生产监督管理局',
    '应急',
    '政策法规科',
    '市场监管、安全生产监管',
    '负责安全生产监管、防灾减灾救灾、应急预案和救援力量建设',
  ],
  [
    'scj',
    '市场监督管理局',
    '市市场监管局',
    '工商行政管理局 质量技术监督局 食品药品监督管理局',
    '市监',
    '法规科',
    '市场监管、安全生产监管',
    '负责市场主体登记、食品药品安全、特种设备、计量标准和消费者权益保护',
  ],
  ['ybj', '医疗保障局', '市医保局', '', '医保', '待遇保障科', '劳动、人事、监察', '负责基本医疗保险、生育保险、医疗救助和药品耗材集中采购'],
  [
    'sjj',
    '数据和政务服务局',
    '市数据局 市政务服务局',
    '行政审批服务局 大数据发展管理局',
    '数政',
    '数据资源科',
    '综合政务',
    '统筹公共数据资源目录、共享和开放,推进政务服务标准化和审批制度改革',
  ],
  ['gjj', '住房公积金管理中心', '市公积金中心', '', '公积金', '政策法规科', '城乡建设、环境保护', '负责住房公积金的归集、提取、贷款和核算'],
];

/** 事业单位 are class 12, organs 11 (GB 32100 first two digits). */
const classOf = (code: string) => (code === 'gjj' ? '12' : '11');

function build([code, name, short, former, stem, unit, topic, duty]: Row, i: number): Department {
  const organisation = organisationCode(`MB0A${String(1013 + i * 37)}`);
  return {
    code: `680700-${code}`,
    name: `${CITY.name}${name}`,
    shortNames: short.split(' '),
    formerNames: former ? former.split(' ').map((old) => `${CITY.name}${old}`) : [],
    creditCode: creditCode(`${classOf(code)}${CITY.code}${organisation}`),
    regionCode: CITY.code,
    // Area code 0600 is not assigned.
    phone: `0600-5550${String(101 + i * 3)}`,
    email: `${code}@lanchuan.example`,
    disclosureUnit: code === 'szf' ? `${CITY.name}人民政府${unit}` : unit,
    officeHours: i % 3 === 2 ? '周一至周五 8:30—12:00、14:30—17:30(法定节假日除外)' : '周一至周五 9:00—12:00、13:30—17:00(法定节假日除外)',
    stem: `${CITY.abbr}${stem}`,
    normativeStem: `${CITY.abbr}${stem}规`,
    duty,
    topic,
  };
}

export const DEPARTMENTS = new Map(ROWS.map((row, i) => [row[0], build(row, i)]));

/** The department with this short code; a mistyped code in the data is a mistake of ours, so it throws. */
export function departmentOf(code: string): Department {
  const department = DEPARTMENTS.get(code);
  if (!department) throw new Error(`no department ${code}`);
  return department;
}
