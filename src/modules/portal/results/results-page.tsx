import { type SearchAnswer, SearchInput } from '../../search/index.js';
import { Facets } from './facets.js';
import { Hit } from './hit.js';
import { feedLink, searchLink } from './search-link.js';
import { askUrl } from '../feedback/feedback-address.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';

const SORTS = [
  ['relevance', '最相关'],
  ['newest', '最新发布'],
  ['updated', '最近更新'],
  ['title', '标题'],
] as const;

export interface ResultsPageProps {
  site: Site;
  input: SearchInput;
  answer: SearchAnswer;
  /** Opened results are counted. */
  counted: boolean;
}

/** Results, what the box understood, and ways to narrow. */
export function ResultsPage({ site, input, answer, counted }: ResultsPageProps) {
  const q = input.q?.trim() ?? '';
  const total = answer.total.value;
  return (
    <Page
      site={site}
      title={q ? `“${q.slice(0, 30)}”的搜索结果` : '全部数据和文件'}
      path="/search"
      hidden
      query={q}
      meta={columnMeta(COLUMNS.search)}
      feed={feedLink(input)}
    >
      <h1 class="visually-hidden">{q ? `“${q}”的搜索结果` : '全部数据和文件'}</h1>
      <div class="search-layout">
        <div class="results">
          <p class="result-count" role="status">
            {total > 0 ? (
              <>
                找到 <strong>{total.toLocaleString('zh-CN')}</strong> 条
              </>
            ) : (
              '没有找到符合的数据或文件'
            )}
          </p>
          <Understanding input={input} answer={answer} />
          {total > 0 && (
            <nav class="sorts" aria-label="排序">
              {SORTS.map(([sort, label]) => (
                <a key={sort} rel="nofollow" href={searchLink(input, { sort })} aria-current={input.sort === sort ? 'true' : undefined}>
                  {label}
                </a>
              ))}
            </nav>
          )}
          <ol class="hits" data-clicks={counted && q ? q : undefined}>
            {answer.hits.map((hit) => (
              <Hit key={hit.identifier} hit={hit} />
            ))}
          </ol>
          {total === 0 && <NothingFound input={input} />}
          <nav class="pages" aria-label="翻页">
            {input.cursor && (
              <a rel="nofollow" href={searchLink(input)}>
                回到第一页
              </a>
            )}
            {answer.nextCursor && (
              <a class="next" rel="next nofollow" href={searchLink(input, { cursor: answer.nextCursor })}>
                下一页
              </a>
            )}
          </nav>
        </div>
        {answer.facets.length > 0 && <Facets input={input} facets={answer.facets} />}
      </div>
    </Page>
  );
}

/** What the words were taken for; each piece can be taken out of the query. */
function Understanding({ input, answer }: { input: SearchInput; answer: SearchAnswer }) {
  const q = input.q ?? '';
  const without = (text: string) => searchLink(input, { q: q.replace(text, ' ').replace(/\s+/g, ' ').trim() });
  return (
    <>
      {answer.suggestion && (
        <p class="notice">
          您是不是要找：<a href={searchLink(input, { q: answer.suggestion })}>{answer.suggestion}</a>
        </p>
      )}
      {answer.relaxed.length > 0 && <p class="notice">没有同时符合所有词的结果，以下结果可能不含：{answer.relaxed.join('、')}</p>}
      {answer.interpretation.length > 0 && (
        <ul class="pieces" aria-label="对输入的理解">
          {answer.interpretation.map(({ type, text, meaning }) => (
            <li key={type + text}>
              <span>{pieceText(type, text, meaning)}</span>
              {q.includes(text) && (
                <a rel="nofollow" href={without(text)} aria-label={`去掉“${text}”`}>
                  ×
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A synonym adds what is looked for; anything else is taken for what it means. */
function pieceText(type: string, text: string, meaning: string): string {
  if (text === meaning) return meaning;
  return type === 'synonym' ? `${text}，也找 ${meaning}` : `${text}：${meaning}`;
}

function NothingFound({ input }: { input: SearchInput }) {
  const wordsOnly = searchLink(Object.assign(new SearchInput(), { q: input.q }));
  const unfiltered = searchLink(input) === wordsOnly ? undefined : wordsOnly;
  return (
    <div class="panel">
      <h2>可以这样再试</h2>
      <ul>
        <li>换一种说法，或只留最要紧的一两个词；</li>
        {unfiltered && (
          <li>
            <a href={unfiltered}>去掉筛选条件</a>；
          </li>
        )}
        <li>
          从<a href="/departments">部门</a>或<a href="/">主题</a>浏览；
        </li>
        <li>
          <a rel="nofollow" href={askUrl(input.q)}>
            告诉部门您在找什么
          </a>
          ，由部门答复；
        </li>
        <li>没有公开的信息，可以向相应部门申请公开（《政府信息公开条例》第二十七条）。</li>
      </ul>
    </div>
  );
}
