import { html, type Html } from './html.js';
import { nameOf, type Schema } from './schema-example.js';

const WORDS: Record<string, string> = {
  string: '文本',
  integer: '整数',
  number: '数字',
  boolean: '真或假',
  object: '对象',
  array: '列表',
  null: '空',
};

/** One named data structure and its fields. */
export function schemaSection(name: string, schema: Schema): Html {
  return html`<article id="schema-${name}">
    <h3><code>${name}</code></h3>
    <table>
      <thead>
        <tr>
          <th scope="col">字段</th>
          <th scope="col">类型</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(schema.properties ?? {}).map(
          ([field, property]) =>
            html`<tr>
              <th scope="row"><code>${field}</code>${schema.required?.includes(field) ? html` <em>必填</em>` : ''}</th>
              <td>${typeOf(property)}</td>
              <td>${property.description ?? ''} ${constraintsOf(property)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </article>`;
}

/** A type in words, with links to the structures it names. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref) return html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  const several = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (several) return html`${several.map((one, index) => html`${index ? ' 或 ' : ''}${typeOf(one)}`)}`;
  if (schema.items) return html`列表：${typeOf(schema.items)}`;
  if (typeof schema.additionalProperties === 'object') return html`名称 → ${typeOf(schema.additionalProperties)}`;
  return html`${[schema.type ?? 'object']
    .flat()
    .map((one) => WORDS[one] ?? one)
    .join(' 或 ')}`;
}

/** Limits, choices, default and example of a field, as one line. */
export function constraintsOf(schema: Schema): Html {
  const { enum: choices, minimum, maximum, maxLength, maxItems, default: absent, examples } = schema;
  const limits = [
    choices
      ? html`取值：${choices.filter((value) => value !== null).map((value, index) => html`${index ? '、' : ''}<code>${value}</code>`)}`
      : undefined,
    minimum !== undefined && maximum !== undefined && maximum < 2 ** 31 - 1 ? html`${minimum}–${maximum}` : undefined,
    maxLength !== undefined && maxLength !== 2000 ? html`最多 ${maxLength} 字` : undefined,
    maxItems !== undefined ? html`最多 ${maxItems} 项` : undefined,
    absent !== undefined ? html`默认 <code>${absent}</code>` : undefined,
    examples?.length ? html`例：<code>${typeof examples[0] === 'string' ? examples[0] : JSON.stringify(examples[0])}</code>` : undefined,
  ].filter((limit) => limit !== undefined);
  return limits.length ? html`<small>${limits.map((limit, index) => html`${index ? '；' : ''}${limit}`)}</small>` : html``;
}
