/** What a figure counts. */
export const SUBJECTS = ['document', 'dataset', 'application', 'feedback'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** How a figure comes about, for everybody to read. */
export interface FigureMethod {
  subject: Subject;
  /** Of each month, or as things stand today. */
  scope: 'month' | 'today';
  label: string;
  english: string;
  /** How it is counted. */
  method: string;
  /** The rule it is held against. */
  basis: string | null;
}

const ART_26 = '《政府信息公开条例》第二十六条';
const CYCLE = '《政务信息资源目录编制指南（试行）》更新周期';
const LOCAL = '各地公共数据开放管理规定';
const PROMISE = '本站承诺的十个工作日；纠错参照《政务数据共享条例》第二十六条的校核';
const ANSWER = '参照《政务数据共享条例》第二十一条（十个工作日）';

const document = (label: string, english: string, method: string, basis: string | null = ART_26): FigureMethod => ({
  ...{ subject: 'document', scope: 'month', label, english, method, basis },
});
const dataset = (label: string, english: string, method: string, basis: string | null): FigureMethod => ({
  ...{ subject: 'dataset', scope: 'today', label, english, method, basis },
});
const application = (label: string, english: string, method: string): FigureMethod => ({
  ...{ subject: 'application', scope: 'month', label, english, method, basis: ANSWER },
});

const feedback = (label: string, english: string, method: string): FigureMethod => ({
  ...{ subject: 'feedback', scope: 'month', label, english, method, basis: PROMISE },
});

/** Every figure that counts records: asked for by its name, it is the list of them. */
export const COUNTS = {
  'publishing.published': document(
    '公开文件',
    'Documents published',
    '发布日期在当月的文件，按主办机关计；等于按期、逾期、不适用期限与四种无法判断之和',
    null,
  ),
  'publishing.onTime': document(
    '按期公开',
    'Published in time',
    '自成文日期的次日起数工作日，到发布日期不超过 20 个工作日；行政许可、行政处罚的决定不超过 7 个工作日',
    `${ART_26}；国办发〔2018〕118号`,
  ),
  'publishing.late': document(
    '逾期公开',
    'Published late',
    '发布日期晚于期限的最后一天，期限的算法与“按期公开”相同',
    `${ART_26}；国办发〔2018〕118号`,
  ),
  'publishing.notRequired': document('不适用期限', 'No period applies', '公开属性不是“主动公开”的文件；期限只约束应当主动公开的信息'),
  'publishing.noWrittenDate': document('无法判断：没有成文日期', 'Not known: no date of writing', '没有写成文日期，不能计算期限'),
  'publishing.imprecise': document(
    '无法判断：日期没有写到日',
    'Not known: dates without a day',
    '成文日期或发布日期只写到年或月，不能计算工作日',
  ),
  'publishing.reversed': document(
    '无法判断：成文晚于发布',
    'Not known: written after publishing',
    '成文日期在发布日期之后，应有一处写错，请部门核对',
  ),
  'publishing.calendarMissing': document(
    '无法判断：没有当年工作日历',
    'Not known: calendar not loaded',
    '期限跨过没有载入节假日安排的年份，不能数工作日；载入后随即可以判断',
  ),
  'publishing.told': document('可判断的文件', 'Documents that can be judged', '按期公开与逾期公开之和，是按期率和中位天数的分母'),
  'publishing.undated': {
    ...document(
      '发布日期没有写到月的文件',
      'Documents without a month of publishing',
      '没有发布日期或只写到年，不属于任何一个月，单独列出',
      null,
    ),
    scope: 'today',
  },
  'freshness.datasets': dataset(
    '数据',
    'Datasets',
    '今天已发布的全部数据；等于按周期更新、超期未更新、不定期或不更新与没有写明更新周期之和',
    null,
  ),
  'freshness.kept': dataset('按周期更新', 'Up to date', '最近一次更新加一个更新周期和宽限期，还没有到或就是今天', CYCLE),
  'freshness.overdue': dataset('超期未更新', 'Overdue', '最近一次更新加一个更新周期和宽限期，今天以前已经过完', CYCLE),
  'freshness.noPeriod': dataset(
    '不定期或不更新',
    'No fixed period',
    '更新周期是不定期、不更新或其他，也没有写下次应更新日期；没有期限可比',
    CYCLE,
  ),
  'freshness.noCycle': dataset('没有写明更新周期', 'No update cycle given', '没有写更新周期，或写的不在代码表中，不能比较', CYCLE),
  'freshness.measured': dataset('有更新期限的数据', 'Datasets with a period', '按周期更新与超期未更新之和，是更新及时率的分母', CYCLE),
  'freshness.overdueSince': {
    ...dataset(
      '当月到期、至今未更新',
      'Due in the month, still not updated',
      '应更新的最后一天在当月，今天仍未更新；更新以后不再计入',
      CYCLE,
    ),
    scope: 'month',
  },
  'openness.datasets': dataset('数据', 'Datasets', '今天已发布的全部数据；等于三种开放类型与没有写明开放类型之和', null),
  'openness.unconditional': dataset('无条件开放', 'Open', '开放类型为无条件开放', LOCAL),
  'openness.conditional': dataset('有条件开放', 'Open on conditions', '开放类型为有条件开放', LOCAL),
  'openness.none': dataset('不予开放', 'Not open', '开放类型为不予开放', LOCAL),
  'openness.unsaid': dataset('没有写明开放类型', 'Openness not given', '没有写开放类型，或写的不在代码表中', LOCAL),
  'openness.machineReadable': dataset(
    '有机器可读的文件或表',
    'With machine-readable files or tables',
    '开放的数据中，在本平台有表，或挂有机器可读格式（五星开放数据二星以上）的文件或接口',
    LOCAL,
  ),
  'openness.machineFormat': dataset(
    '声明有机器可读格式',
    'Declares a machine-readable format',
    '开放的数据中，写明的文件格式有机器可读的，无论文件是否在本平台',
    LOCAL,
  ),
  'openness.open': dataset('开放的数据', 'Open datasets', '无条件开放与有条件开放之和', LOCAL),
  'requests.received': application(
    '数据使用申请',
    'Applications received',
    '当月收到的有条件开放数据的使用申请；等于按期答复、逾期答复、办理中、逾期未答复、申请人撤回与批准后撤销之和',
  ),
  'requests.onTime': application('按期答复', 'Answered in time', '批准或不批准的日期不晚于答复期限'),
  'requests.late': application('逾期答复', 'Answered late', '批准或不批准的日期晚于答复期限'),
  'requests.waiting': application('办理中', 'Waiting', '还没有答复，答复期限没有过'),
  'requests.overdue': application('逾期未答复', 'Overdue', '还没有答复，答复期限已过'),
  'requests.withdrawn': application('申请人撤回', 'Given up by the applicant', '申请人交回密钥，申请随之终止'),
  'requests.revoked': application('批准后撤销', 'Granted, then revoked', '先批准、后撤销；答复的日期不再保留，不判断是否按期'),
  'requests.answered': application('已答复', 'Answered', '按期答复与逾期答复之和，是按期率的分母'),
  'feedback.received': feedback(
    '提问和纠错',
    'Questions and corrections',
    '当月收到的提问、纠错和应用案例，无论是否公开；等于按期答复、逾期答复、办理中与逾期未答复之和',
  ),
  'feedback.onTime': feedback('按期答复', 'Answered in time', '答复或说明不采纳理由的日期不晚于答复期限'),
  'feedback.late': feedback('逾期答复', 'Answered late', '答复或说明不采纳理由的日期晚于答复期限'),
  'feedback.waiting': feedback('办理中', 'Waiting', '还没有答复，答复期限没有过'),
  'feedback.overdue': feedback('逾期未答复', 'Overdue', '还没有答复，答复期限已过'),
  'feedback.answered': feedback('已答复', 'Answered', '按期答复与逾期答复之和，是按期率的分母'),
} as const satisfies Record<string, FigureMethod>;

export type CountName = keyof typeof COUNTS;
export const COUNT_NAMES = Object.keys(COUNTS) as CountName[];

/** A figure made of others: a share in percent, or a median. */
export interface DerivedMethod extends FigureMethod {
  /** The count that lists what it was made of. */
  of: CountName;
  /** The count that is divided by it; without one it is the median of working days. */
  part?: CountName;
}

const share = (method: FigureMethod, part: CountName, of: CountName): DerivedMethod => ({ ...method, part, of });

/** Every figure made of others. */
export const DERIVED = {
  'publishing.onTimeShare': share(
    document('按期率', 'Share in time', '按期公开 ÷（按期公开＋逾期公开），以百分数表示；无法判断的不在其中，另行列出'),
    ...(['publishing.onTime', 'publishing.told'] as const),
  ),
  'publishing.medianDays': {
    ...document('公开用时中位数（工作日）', 'Median working days', '可判断的文件从成文日期到发布日期的工作日数，取中位数'),
    of: 'publishing.told',
  },
  'freshness.keptShare': share(
    dataset('更新及时率', 'Share up to date', '按周期更新 ÷（按周期更新＋超期未更新），以百分数表示', CYCLE),
    ...(['freshness.kept', 'freshness.measured'] as const),
  ),
  'openness.openShare': share(
    dataset('开放率', 'Share open', '（无条件开放＋有条件开放）÷ 全部数据，以百分数表示', LOCAL),
    ...(['openness.open', 'openness.datasets'] as const),
  ),
  'requests.onTimeShare': share(
    application('按期答复率', 'Share answered in time', '按期答复 ÷（按期答复＋逾期答复），以百分数表示'),
    ...(['requests.onTime', 'requests.answered'] as const),
  ),
  'feedback.onTimeShare': share(
    feedback('按期答复率', 'Share answered in time', '按期答复 ÷（按期答复＋逾期答复），以百分数表示'),
    ...(['feedback.onTime', 'feedback.answered'] as const),
  ),
} as const satisfies Record<string, DerivedMethod>;

export type DerivedName = keyof typeof DERIVED;
export type FigureName = CountName | DerivedName;

/** Every figure by name, in the order in which they are shown. */
export const FIGURES: Record<FigureName, FigureMethod & Partial<DerivedMethod>> = { ...COUNTS, ...DERIVED };
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

/** The count that lists what a figure is made of. Pure. */
export const countBehind = (name: FigureName): CountName => FIGURES[name].of ?? (name as CountName);
