import type { ApolloServerPlugin } from '@apollo/server';

const EXAMPLE = `query {
  search(q: "住房公积金贷款", limit: 5) {
    total { value }
    hits { title snippet url record { related { label title } } }
  }
}`;

const html = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GraphQL 接口 · 好找</title>
<link rel="stylesheet" href="/docs/api.css">
<main>
<h1>GraphQL 接口</h1>
<p>本地址接受 <code>POST</code>（<code>Content-Type: application/json</code>）和 <code>GET</code>（<code>?query=…</code>）请求，跨域可读，读取不需要密钥。
写入需要 API 密钥，放在 <code>Authorization: Bearer</code> 请求头中。</p>
<p><a href="/schema.graphql">下载 schema（SDL）</a> · <a href="/docs">REST 接口说明</a></p>
<h2>试一试</h2>
<form method="get" action="/graphql">
<p><label for="query">查询</label></p>
<p><textarea id="query" name="query" rows="10" cols="80" spellcheck="false">${EXAMPLE}</textarea></p>
<p><button>查询</button></p>
</form>
<h2>命令行</h2>
<pre><code>curl http://127.0.0.1:3000/graphql -H 'Content-Type: application/json' \\
  -d '{"query":"{ departments { code name } }"}'</code></pre>
<h2>限度</h2>
<p>每页最多 100 条；嵌套最多 12 层；一次最多 10 项；字段总数（列表按条数计）最多 12000。超出时回答 <code>QUERY_TOO_LARGE</code>。</p>
</main>
</html>`;

/** What a browser sees at /graphql: where the schema is and how to ask, without any script. */
export function landingPagePlugin(): ApolloServerPlugin {
  return { serverWillStart: () => Promise.resolve({ renderLandingPage: () => Promise.resolve({ html }) }) };
}
