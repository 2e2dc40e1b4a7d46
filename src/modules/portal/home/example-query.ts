/** Queries to try, until many visitors have asked their own. */
export const EXAMPLE_QUERIES = ['住房公积金贷款', '小孩上学怎么报名', '食品抽检结果', '空气质量', '公交线路', '低保标准'] as const;
