/** A part of a page of prose. */
export interface Part {
  /** Its anchor. */
  id: string;
  title: string;
  paragraphs?: readonly string[];
  points?: readonly string[];
  ways?: readonly { href: string; label: string; note?: string }[];
  code?: string;
}

/** A page of prose. */
export interface Article {
  title: string;
  lead: string;
  parts: readonly Part[];
}

/** What help says of `site`; addresses in examples begin with `baseUrl`. */
export const information = {
  help: (baseUrl: string): Article => ({
    title: '帮助',
    lead: '怎样找到、看懂、用上政府公开的文件和数据。全部功能不用登录，不装插件。',
    parts: [
      {
        id: 'find',
        title: '怎么找',
        paragraphs: ['在搜索框里写下要找的内容，怎么说都可以：几个词、一句话、一个文号、拼音或者首字母。'],
        points: [
          '文号怎么写都行：国发〔2016〕51号、国发[2016]51、国发2016 51号；',
          '部门可以用简称或者旧称：发改委、人社局、卫计委；',
          '加引号要求原样出现：“住房公积金贷款”；词前加减号排除：停车场 -收费；',
          '指定字段：年份:2024、部门:市教育局、格式:csv。',
        ],
      },
      {
        id: 'narrow',
        title: '结果太多或者没有',
        points: [
          '结果旁边的筛选条件可以多选，再点一次就取消；',
          '搜索框下面的小标签是系统对您的话的理解，理解错了点“×”去掉；',
          '找不到时系统会放宽条件，并说明放宽了什么；仍没有，可以一键提出“我要这份信息”；',
          '想持续关注，可以订阅这次搜索，有新内容时收到提醒；也可以把结果导出成表格。',
        ],
      },
      {
        id: 'documents',
        title: '看文件',
        points: [
          '先看标题旁边的有效性标记：失效、废止、已修改的文件会写明被哪份文件替代；',
          '“历次版本和差异”里可以看到这份文件改过几次、改了哪些字；',
          '“打印”按公文版式排版；“朗读”由您的浏览器读出正文；',
          '“发布证明”里有数字签名，可以核对文件发布以后有没有被改动。',
        ],
      },
      {
        id: 'data',
        title: '用数据',
        points: [
          '表格可以在网页上直接翻看、筛选、作图，不用下载；',
          '每张表都能下载为 CSV、Excel、JSON、Parquet 等格式，编码是 UTF-8；',
          '标着“有条件开放”的数据，填一张申请表，部门在规定的工作日内答复；',
          '发现数据有错，在数据页面上点“指出错误”，部门要在期限内答复，答复后决定是否公开。',
        ],
      },
      {
        id: 'reading',
        title: '看不清、看不见、用不了鼠标',
        points: [
          '页面右上角的“关怀版”把字放大一半，对比更强，版面更简单，您的选择会被记住；',
          '全部功能可以只用键盘完成：Tab 移到下一处，回车打开；每页第一个链接可以跳过导航；按“/”跳到搜索框，这个快捷键在关怀版里停用；',
          '读屏软件、文本浏览器、很旧的手机都可以使用，没有脚本也可以。',
        ],
        ways: [{ href: '/accessibility', label: '无障碍说明' }],
      },
      {
        id: 'request',
        title: '没有公开的信息',
        paragraphs: [
          '《政府信息公开条例》第二十七条规定，公民、法人或者其他组织可以向行政机关申请获取相关政府信息。请向相应部门的政府信息公开工作机构提出，地址、电话在部门页面和政府信息公开指南里。',
        ],
        ways: [
          { href: '/disclosure', label: '政府信息公开指南' },
          { href: '/departments', label: '各部门的联系方式' },
        ],
      },
      {
        id: 'developers',
        title: '给开发者',
        paragraphs: ['读取不需要密钥。接口、各种目录格式和助手协议都指向同一份目录。'],
        ways: [
          { href: '/docs', label: '接口文档', note: 'REST，OpenAPI 3.1 在 /openapi.json' },
          { href: '/graphql', label: 'GraphQL' },
          { href: '/catalog.ttl', label: 'DCAT 目录', note: 'Turtle；另有 JSON-LD、RDF/XML、data.json、OAI-PMH、CKAN' },
        ],
        code: `curl "${baseUrl}/api/v1/search?q=%E5%85%AC%E7%A7%AF%E9%87%91&kind=dataset"`,
      },
    ],
  }),
  about: (name: string): Article => ({
    title: '关于本站',
    lead: `${name}把政府的信息资源目录和主动公开的文件放在一个搜索框后面，让人一搜就到。`,
    parts: [
      {
        id: 'what',
        title: '这里有什么',
        points: [
          '政府信息公开：各部门依照《政府信息公开条例》主动公开的文件、指南、年报；',
          '信息资源目录：各部门有哪些数据，更新到什么时候，能不能用；',
          '开放数据：可以在线查看、按行查询、整份下载的表格；',
          '公开成效：公开是否及时、数据是否按周期更新，逐部门、逐月公布。',
        ],
        ways: [
          { href: '/disclosure', label: '政府信息公开' },
          { href: '/transparency', label: '公开成效' },
        ],
      },
      {
        id: 'promises',
        title: '我们的承诺',
        points: [
          '准确：每条信息由提供部门审核发布，差错可以指出，部门在期限内答复；',
          '可靠：每次发布都有数字签名，谁、何时、改了什么都有记录；',
          '完整：法定应当公开的，按条例逐项列出，缺什么一目了然；',
          '相关：政策与解读、文件与数据互相链接，新旧版本首尾相接；',
          '及时：条例规定的二十个工作日，逐件计时；',
          '易用：不登录、不装插件，手机、键盘、读屏软件都能用；',
          '找得到：怎么说都能找到，找不到就告诉您去哪里要；',
          '安全：发布前检查个人信息和涉密标志，页面不向任何别的网站发送请求。',
        ],
      },
      {
        id: 'privacy',
        title: '您的隐私',
        paragraphs: [
          '浏览、搜索、下载都不需要身份，我们不使用统计脚本，也不记录您是谁。只有一个小文件（cookie）记住您选的语言和字号。留下邮箱的订阅和提问，邮箱加密保存，用完即删。',
        ],
      },
      {
        id: 'reuse',
        title: '怎样使用这里的内容',
        paragraphs: [
          '文件可以自由转载，请注明来源；数据的使用条件写在每份数据的页面上。需要固定网址时，请用每条记录“引用与分享”一栏给出的地址，它不会变。',
        ],
      },
    ],
  }),
  accessibility: (name: string): Article => ({
    title: '无障碍说明',
    lead: `${name}希望每个人都能找到、看懂政府信息，不论年纪、视力、设备。`,
    parts: [
      {
        id: 'standard',
        title: '依据',
        paragraphs: [
          '本站按《无障碍环境建设法》第三十二条的要求建设，以 WCAG 2.2 AA、GB/T 37668—2019《互联网内容无障碍可访问性技术要求与测试方法》和《互联网网站适老化通用设计规范》为准。',
        ],
      },
      {
        id: 'what',
        title: '已经做到的',
        points: [
          '全部功能可以只用键盘完成，焦点清楚可见，次序与内容一致；',
          '标题、地标、表格标题、表单说明完整，读屏软件可以直接跳转；',
          '文字与底色的对比不低于 4.5∶1，颜色从不单独表示意思；',
          '放大到 400% 或在 320 像素宽的屏幕上，除表格和图以外不用左右滚动；',
          '“关怀版”字大一半、对比更强、版面单列，一键切换并记住；',
          '图表旁都有同样内容的表格和文字；',
          '没有自动播放、弹窗、闪烁；尊重系统的“减少动态效果”；',
          '不用脚本也能完成搜索、阅读、下载和提交。',
        ],
      },
      {
        id: 'limits',
        title: '还没有做到的',
        points: [
          '部门上传的 PDF、扫描件不一定能被读屏软件朗读，能提取文字的我们已经编入搜索；',
          '英文界面只翻译页面文字，文件和数据本身是中文；',
          '朗读功能用的是浏览器自带的语音，有的浏览器没有中文语音。',
        ],
      },
      {
        id: 'tell',
        title: '遇到障碍请告诉我们',
        paragraphs: [
          '用不了某个页面、读不出某份文件，可以在那条记录的页面上提问或纠错，也可以联系相应部门，要求以您能使用的形式提供（《政府信息公开条例》第四十条）。',
        ],
        ways: [{ href: '/departments', label: '各部门的联系方式' }],
      },
    ],
  }),
  siteMap: '网站地图',
  siteMapLead: '本站全部栏目。记录很多，请用搜索框，或从下面的部门、主题开始。',
  siteMapColumns: '栏目',
  siteMapTopics: '按主题',
  siteMapDepartments: '按部门',
  siteMapPrograms: '给程序',
  atom: '最新内容（Atom）',
  sitemapXml: '网址清单（sitemap.xml）',
};
