import type { Interpretation, SearchAnswer, SearchInput } from '../../search/index.js';
import { Chinese, Value } from '../component/chinese.js';
import { Icon } from '../component/icon.js';
import type { Messages } from '../message/index.js';
import { useReading } from '../reading/reading.js';
import { searchLink } from './search-link.js';
import { remedyOf, shownOf } from './taken-for.js';

/** What the words were taken for, what the results may lack, and what was perhaps meant. */
export function Understanding({ input, answer }: { input: SearchInput; answer: SearchAnswer }) {
  const { t } = useReading();
  return (
    <>
      {answer.suggestion && (
        <p class="notice">
          {t.results.didYouMean}
          <a href={searchLink(input, { q: answer.suggestion })}>
            <Chinese>{answer.suggestion}</Chinese>
          </a>
        </p>
      )}
      {answer.relaxed.length > 0 && (
        <p class="notice">
          {t.results.relaxed}
          <Chinese>{answer.relaxed.join('、')}</Chinese>
        </p>
      )}
      {answer.interpretation.length > 0 && (
        <div role="group" aria-label={t.results.understood}>
          <ul class="pieces">
            {answer.interpretation.map((piece) => (
              <Piece key={piece.type + piece.text} piece={piece} input={input} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** One piece of the input: what it was taken for, and the way to take that back. */
function Piece({ piece, input }: { piece: Interpretation; input: SearchInput }) {
  const { t } = useReading();
  const { text, meaning } = shownOf(piece);
  const remedy = remedyOf(piece, input);
  return (
    <li>
      <span>
        <span class="piece-type">{typeName(piece.type, t)}</span> <Chinese>{text}</Chinese>
        {meaning && (
          <>
            {' → '}
            <Value>{meaning}</Value>
          </>
        )}
      </span>{' '}
      {remedy && (
        <a rel="nofollow" href={remedy.href} aria-label={t.results[remedy.kind](text)} title={t.results[remedy.kind](text)}>
          <Icon name="close" />
        </a>
      )}
    </li>
  );
}

/** A type that is new to the pages is named in general. */
const typeName = (type: string, t: Messages): string => (t.results.taken as Partial<Record<string, string>>)[type] ?? t.results.otherTaken;
