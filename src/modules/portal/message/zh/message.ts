/** Pages that have one thing to say: mostly errors. */
export const message = {
  forbidden: '没有权限',
  notFound: '没有找到',
  gone: '已经撤回',
  unavailable: '暂时不可用',
  internal: '系统出错了',
  badRequest: '请求有误',
  tooMany: '请求过于频繁',
  tryNext: '接下来可以',
  searchFor: (words: string) => `搜索“${words}”`,
  searchAgain: '在上方的搜索框里换个说法再找',
  toHome: '回到首页',
  toDepartments: '从部门开始找',
  toMap: '查看网站地图',
  report: '如果是从本站的链接来的，请把请求编号告诉我们',
};
