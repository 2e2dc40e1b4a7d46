/** What a page says while the search engine cannot be reached. */
export const SEARCH_AWAY = '检索服务暂时不可用，按部门浏览和查看详情不受影响，请稍后再搜。';
