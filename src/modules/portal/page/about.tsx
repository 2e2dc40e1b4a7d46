import { breadcrumbs } from '../../interop/index.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';

/** How to search, and how programs read the catalog. */
export function AboutPage({ site }: { site: Site }) {
  return (
    <Page
      site={site}
      title="使用说明"
      path="/about"
      query=""
      description={COLUMNS.about.description}
      meta={columnMeta(COLUMNS.about)}
      jsonLd={[breadcrumbs(site.baseUrl, [{ name: '使用说明', path: '/about' }])]}
    >
      <article class="body">
        <h1>使用说明</h1>
        <h2>怎么找</h2>
        <p>在搜索框里写下要找的内容，怎么说都可以：几个词、一句话、一个文号、拼音或者首字母。</p>
        <ul>
          <li>文号怎么写都行：国发〔2016〕51号、国发[2016]51、国发2016 51号；</li>
          <li>部门可以用简称或者旧称：发改委、人社局、卫计委；</li>
          <li>加引号要求原样出现：“住房公积金贷款”；词前加减号排除：停车场 -收费；</li>
          <li>指定字段：年份:2024、部门:市教育局、格式:csv。</li>
        </ul>
        <h2>给开发者</h2>
        <p>
          读取不需要密钥。REST 接口见 <a href="/docs">接口文档</a>，机器可读的说明在 <a href="/openapi.json">/openapi.json</a>；GraphQL 在{' '}
          <a href="/graphql">/graphql</a>。
        </p>
        <pre>
          <code>{`curl "${site.baseUrl}/api/v1/search?q=公积金贷款&kind=dataset"`}</code>
        </pre>
        <h2>没有找到？</h2>
        <p>
          《政府信息公开条例》第二十七条：公民、法人或者其他组织可以向行政机关申请获取相关政府信息。请联系相应部门的政府信息公开工作机构，联系方式在部门页面上。
        </p>
      </article>
    </Page>
  );
}
