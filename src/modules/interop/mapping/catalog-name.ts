/** What the catalog calls itself to others. */
export const CATALOG_NAME = '好找';
export const CATALOG_TITLE = '好找：政府信息与数据目录';
export const CATALOG_DESCRIPTION = '各部门主动公开的文件和开放的数据资源。';
