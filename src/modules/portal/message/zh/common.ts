/** Words that several pages share. */
export const common = {
  /** Of the field that catches programs; text browsers show it. */
  leaveEmpty: '请不要填写（用来识别机器提交）',
  searchLabel: '搜索数据和文件',
  searchPlaceholder: '输入要找的内容：词、问题、文号都可以',
  search: '搜索',
  /** What the completions are, and how many came. */
  suggestions: '搜索建议',
  /** Said to screen readers when completions have come. */
  suggestionsFound: (count: string) => `${count} 条搜索建议，用上下键选择`,
  suggestionsNone: '没有搜索建议',
  suggestionKinds: { title: '标题', department: '部门', topic: '主题', number: '文号', query: '常搜' },
  more: '更多',
  all: '全部',
  dataset: '数据',
  document: '文件',
  external: '（外部网站）',
  scrollTable: '表格，可左右滚动',
  firstPage: '回到第一页',
  previousPage: '上一页',
  nextPage: '下一页',
  pages: '翻页',
  searchAway: '搜索服务暂时不可用，请稍后再试；已知网址的记录和部门页面仍可打开。',
  contents: '目录',
  required: '必填',
  /** Head of the summary of what is wrong with a form. */
  mend: (count: number) => `有 ${count} 处需要修改`,
  bytes: (value: string, unit: string) => `${value} ${unit}`,
  partly: '（部分）',
  notHere: '（未收录）',
  rows: (count: string) => `${count} 行`,
  requestId: (id: string) => `请求编号：${id}`,
  chartTable: '这张图的数值（表格）',
  scrollChart: '图，可左右滚动',
  chartEmpty: '这段时间没有可以画出的数值。',
  noValue: '无',
};
