import type { Department } from '../../department/index.js';
import type { Column } from './meta.js';

/** The columns of the site (栏目), as 《政府网站发展指引》 has every page name its own. */
export const COLUMNS = {
  home: {
    name: '首页',
    description: '检索、查阅、下载政府公开的数据和文件。',
    keywords: ['政府信息公开', '开放数据', '政策文件'],
    type: '信息公开目录',
  },
  search: {
    name: '搜索',
    description: '按词、问题、文号检索全部数据和文件，并按部门、主题、年份等筛选。',
    keywords: ['搜索', '数据', '文件'],
    type: '信息公开目录',
  },
  dataset: {
    name: '数据资源',
    description: '各部门的信息资源目录和开放数据。',
    keywords: ['数据资源', '信息资源目录', '开放数据'],
    type: '信息公开目录',
  },
  document: {
    name: '政府信息公开',
    description: '各部门主动公开的文件。',
    keywords: ['政府信息公开', '政策文件'],
    type: '政策文件',
  },
  disclosure: {
    name: '政府信息公开',
    description: '政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报和依申请公开。',
    keywords: ['政府信息公开', '法定主动公开内容', '政府信息公开年报', '依申请公开'],
    type: '信息公开目录',
  },
  departments: {
    name: '部门',
    description: '提供数据和公开文件的全部部门。',
    keywords: ['部门', '政府信息公开工作机构'],
    type: '信息公开目录',
  },
  transparency: {
    name: '公开成效',
    description: '各部门公开是否及时、数据是否按期更新、开放了多少、申请是否按期答复，每个数字都能看到背后的记录。',
    keywords: ['公开成效', '公开时限', '数据更新', '数据开放'],
    type: '信息公开目录',
  },
  subscription: {
    name: '邮件订阅',
    description: '用邮件订阅一个搜索：有新公开的数据和文件时得到通知。',
    keywords: ['邮件订阅', '订阅', '更新提醒'],
    type: '概况信息',
  },
  help: {
    name: '帮助',
    description: '怎样检索、看文件、用数据，程序怎样读取，没有找到时怎样申请公开。',
    keywords: ['帮助', '使用说明', '接口', '依申请公开'],
    type: '概况信息',
  },
  ask: {
    name: '提出需求',
    description: '没有找到想要的数据或信息时，告诉部门；怎样依法申请公开。',
    keywords: ['需求', '依申请公开', '互动交流'],
    type: '互动交流',
  },
  about: {
    name: '关于本站',
    description: '本站有什么，承诺什么，怎样对待您的隐私，内容怎样使用。',
    keywords: ['关于本站', '隐私', '使用条件'],
    type: '概况信息',
  },
  accessibility: {
    name: '无障碍说明',
    description: '本站的无障碍标准、已经做到的和还没有做到的，遇到障碍怎样告诉我们。',
    keywords: ['无障碍', '适老化', '关怀版'],
    type: '概况信息',
  },
  siteMap: {
    name: '网站地图',
    description: '本站的全部栏目、主题和部门。',
    keywords: ['网站地图', '栏目'],
    type: '概况信息',
  },
} as const satisfies Record<string, Column>;

/** The column of a department. Pure. */
export const departmentColumn = ({ name, shortNames }: Pick<Department, 'name' | 'shortNames'>): Column => ({
  name,
  description: `${name}公开的文件和数据，以及政府信息公开工作机构的联系方式。`,
  keywords: [name, ...shortNames],
  type: '信息公开目录',
});
