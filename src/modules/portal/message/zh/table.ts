/** What an English title of a chart is made of; Chinese titles come with the chart. */
interface ChartParts {
  kind: string;
  x: string;
  y?: string;
  aggregate?: string | null;
  group?: string;
}

/** What an English sentence on a chart is made of; the Chinese one comes with the chart. */
interface ChartFacts {
  count: number;
  dots: boolean;
  unit: string;
  highest?: { label: string; value: string };
  lowest?: { label: string; value: string };
}

/** Pages of tables and charts. */
export const table = {
  table: '表',
  of: (dataset: string, table: string, rows: string) => `《${dataset}》的表：${table}，共 ${rows} 行。`,
  lead: (rows: string, columns: number, version: number, day: string) => `${rows} 行，${columns} 列；第 ${version} 版，${day}`,
  data: '数据',
  words: '查找词',
  wordsHint: '在任何文本列中出现的词',
  condition: '条件',
  conditionHint: (example: string) => `条件如 ${example}；点列名排序。`,
  anyExample: '序号 > 100',
  query: '查询',
  allRows: '全部行',
  total: (rows: string) => `共 ${rows} 行。`,
  rowsCaption: (title: string) => `${title}：数据`,
  none: '没有符合条件的行。',
  wrong: '这样查不了，请改一改',
  yes: '是',
  no: '否',
  unit: (name: string, unit: string) => `${name}（${unit}）`,
  ascending: '，升序',
  descending: '，降序',
  download: '下载',
  onlyFound: '只要查到的行：',
  madeLater: '这张表较大：第一次下载时要先生成文件，可能要等一两分钟；生成后立即可得。',
  parquet: (size: string) => `Parquet 原件 ${size}`,
  descriptions: '说明文件：',
  formats: {
    csv: 'CSV',
    xlsx: 'Excel',
    json: 'JSON',
    ndjson: 'JSON Lines',
    parquet: 'Parquet',
    geojson: 'GeoJSON',
  } as Record<string, string>,
  types: {
    string: '文本',
    integer: '整数',
    number: '数字',
    boolean: '是否',
    date: '日期',
    datetime: '日期时间',
    time: '时刻',
  } as Record<string, string>,
  charts: '图表',
  openChart: (title: string) => `${title}；打开可看数据`,
  columns: '各列',
  columnsCaption: '各列的说明和统计',
  columnsColumns: ['列名', '键名', '类型', '空值', '不同值', '最小', '最大', '常见值', '说明'] as readonly string[],
  common: (value: string, count: string) => `${value}（${count}）`,
  comma: '、',
  notes: '转换说明',
  programs: '用程序取数',
  programsWords: '不需要登录。条件、分组、汇总的写法见',
  programsLink: '这张表的接口说明',
  allPrograms: '更多语言和协议见',
  allProgramsLink: '这份数据的接口页',
  code: (language: string) => `${language} 的例子，可左右滚动`,
  chartTitle: (title: string, _parts: ChartParts) => `${title}`,
  chartSummary: (sentence: string, _facts: ChartFacts) => `${sentence}`,
  chartVersion: (version: number, day: string) => `第 ${version} 版，${day}。`,
  chartData: '数据',
  chartDataCaption: (title: string) => `${title}：数据`,
  cut: (rows: string) => `这里列出前 ${rows} 项，全部数据见`,
  embed: '引用',
  embedWords: '把下面的代码放进别的网页，就能显示这张图：',
};
