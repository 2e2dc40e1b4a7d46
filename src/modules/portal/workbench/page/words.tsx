import type { GateWord } from '../../../catalog/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import { Pick } from './choice.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';

const SEVERITIES = { block: '须说明理由', warn: '提示', off: '不再查' };

/** What is typed into the form of a word. */
export type WordValues = Record<string, string>;

/** The expressions that are looked for before publication, and the form that adds, changes or switches one off. */
export function WordsPage({
  site,
  visitor,
  words,
  values,
  errors,
}: {
  site: Site;
  visitor: Visitor;
  words: GateWord[];
  values: WordValues;
  errors?: string[];
}) {
  const own = words.filter(({ updatedBy }) => updatedBy);
  return (
    <Frame site={site} title="发布前检查的用词表" visitor={visitor} errors={errors}>
      <section class="panel">
        <h2>设置一个词</h2>
        <PostForm action="/workbench/words" csrf={visitor.csrf}>
          <Line name="word" label="要查的词" required value={values.word} help="两个字以上；填随系统提供的词，可以加重或不再查它" />
          <Pick
            name="severity"
            label="查到时"
            options={Object.entries(SEVERITIES).map(([value, label]) => ({ value, label }))}
            value={values.severity ?? 'warn'}
          />
          <Line name="suggestion" label="通常应写作" value={values.suggestion} help="敏感词不填" />
          <Line name="note" label="为什么" value={values.note} help="会显示给承办人" />
          <button type="submit">保存</button>
        </PostForm>
      </section>
      <section class="panel">
        <h2>本平台设置的（{own.length}）</h2>
        {own.length === 0 && <p class="note">还没有设置过。</p>}
        <ul class="tasks">
          {own.map(({ word, severity, suggestion, note, builtIn, updatedBy }) => (
            <li key={word}>
              <strong>{word}</strong>
              {suggestion && ` → ${suggestion}`} <Badge tone={severity === 'off' ? 'ended' : 'plain'}>{SEVERITIES[severity]}</Badge>
              <span class="note">{[builtIn ? '随系统提供' : null, note, `由 ${updatedBy} 设置`].filter(Boolean).join(' · ')}</span>
              <PostForm action="/workbench/words/removal" csrf={visitor.csrf} inline>
                <input type="hidden" name="word" value={word} />
                <button type="submit" class="plain" aria-label={`取消设置：${word}`}>
                  取消设置
                </button>
              </PostForm>
            </li>
          ))}
        </ul>
      </section>
      <section class="panel">
        <details>
          <summary>随系统提供的（{words.filter(({ builtIn }) => builtIn).length}）</summary>
          <p>
            {words
              .filter(({ builtIn }) => builtIn)
              .map(({ word, suggestion }) => `${word} → ${suggestion}`)
              .join('；')}
          </p>
        </details>
      </section>
    </Frame>
  );
}
