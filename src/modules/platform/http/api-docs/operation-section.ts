import type { OpenAPIObject } from '@nestjs/swagger';
import type { Parameter } from './complete-document.js';
import type { Route } from './docs-page.js';
import { html, type Html } from './html.js';
import { nameOf } from './schema-example.js';
import { constraintsOf, typeOf } from './schema-section.js';

const PLACES: Record<string, string> = { path: '路径', query: '查询参数', header: '请求头' };

/** One route: parameters, body, answers and a command to try it with. */
export function operationSection({ method, path, operation }: Route, document: OpenAPIObject): Html {
  const body = operation.requestBody?.content['application/json'];
  return html`<article id="${operation.operationId}">
    <h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
    <p>${operation.description}${operation.security ? html` <strong>需要 API 密钥。</strong>` : ''}</p>
    ${operation.parameters?.length ? parameterTable(operation.parameters) : ''}
    ${
      body
        ? html`<h4>请求体</h4>
            <p>${typeOf(body.schema!)}</p>
            ${code(body.example)}`
        : ''
    }
    <h4>回答</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">状态</th>
          <th scope="col">内容</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(operation.responses).map(([status, response]) => answerRow(status, response, document))}
      </tbody>
    </table>
    ${exampleAnswers(operation.responses)}
    <h4>试一试</h4>
    <pre><code>${command(method, path, operation.parameters ?? [], body?.example, Boolean(operation.security))}</code></pre>
  </article>`;
}

function parameterTable(parameters: Parameter[]): Html {
  return html`<h4>参数</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">位置</th>
          <th scope="col">类型</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        ${parameters.map(
          ({ name, in: place, required, description, schema }) =>
            html`<tr>
              <th scope="row"><code>${name}</code>${required ? html` <em>必填</em>` : ''}</th>
              <td>${PLACES[place] ?? place}</td>
              <td>${typeOf(schema)}</td>
              <td>${description} ${constraintsOf(schema)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

type Responses = Route['operation']['responses'];

function answerRow(status: string, given: Responses[string], document: OpenAPIObject): Html {
  const response = given.$ref ? (document.components!.responses as Responses)[nameOf(given.$ref)]! : given;
  const schema = response.content?.['application/json']?.schema;
  return html`<tr>
    <th scope="row">${status}</th>
    <td>${response.description}${schema ? html`：${typeOf(schema)}` : ''}</td>
  </tr>`;
}

const exampleAnswers = (responses: Responses): Html[] =>
  Object.values(responses).flatMap(({ content }) => {
    const example = content?.['application/json']?.example;
    return example === undefined
      ? []
      : [
          html`<details>
            <summary>回答的例子</summary>
            ${code(example)}
          </details>`,
        ];
  });

const code = (value: unknown): Html => html`<pre><code>${JSON.stringify(value, null, 2)}</code></pre>`;

function command(method: string, path: string, parameters: Parameter[], body: unknown, key: boolean): string {
  const exampleFor = ({ example, schema }: Parameter): string => {
    const value = example ?? schema.examples?.[0] ?? schema.default ?? '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(exampleFor(parameters.find((one) => one.name === name)!)),
  );
  const query = parameters
    .filter((one) => one.in === 'query' && (one.required || one.schema.examples))
    .map((one) => `${one.name}=${encodeURIComponent(exampleFor(one))}`);
  const headers = parameters.filter((one) => one.in === 'header').map((one) => ` \\\n  -H '${one.name}: ${exampleFor(one)}'`);
  return [
    'curl',
    method === 'GET' ? '' : ` -X ${method}`,
    ` 'http://127.0.0.1:3000${address}${query.length ? `?${query.join('&')}` : ''}'`,
    key ? " \\\n  -H 'X-API-Key: hz_…'" : '',
    ...headers,
    body === undefined ? '' : ` \\\n  -H 'Content-Type: application/json' -d @record.json`,
  ].join('');
}
