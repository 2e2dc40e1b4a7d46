import type { Client, estypes } from '@elastic/elasticsearch';
import type { Suggestion } from '../../search-engine.js';
import { identifierKey } from '../special-terms.js';
import { suggestionKey } from '../suggestion-rows.js';
import { COMPLETION_BREAK } from './index-document.js';
import { completable } from './completable.js';
import { LONGEST_COMPLETION } from './index-definition.js';

interface Shown {
  identifier: string;
  shown: { title: string; numbers: string[] };
}

/** Many records share a title, so more are read than are shown. */
const READ_TIMES = 4;

/** Completions from the live index: departments and topics first, then titles and numbers. */
export async function complete(client: Client, index: string, typed: string, limit: number): Promise<Suggestion[]> {
  const key = suggestionKey(typed);
  const prefixes = [...new Set([key, completable(identifierKey(typed))])].filter(
    (prefix) => prefix !== '' && prefix.length <= LONGEST_COMPLETION,
  );
  if (key === '' || prefixes.length === 0) return [];
  const suggest: Record<string, estypes.SearchFieldSuggester> = {
    shared: { prefix: key, completion: { field: 'sharedCompletions', size: limit, skip_duplicates: true } },
  };
  prefixes.forEach((prefix, position) => {
    suggest[`own-${position}`] = { prefix, completion: { field: 'completions', size: limit * READ_TIMES } };
  });
  const answer = await client.search<Shown>({ index, suggest, _source: ['identifier', 'shown'], size: 0 });
  const options = (name: string) =>
    (answer.suggest?.[name] ?? []).flatMap((entry) => entry.options) as { text: string; _source?: Shown; _score?: number }[];
  const named = options('shared').map(({ text }) => sharedSuggestion(text));
  const own = prefixes.flatMap((_, position) => options(`own-${position}`));
  const texts = new Map(named.map((suggestion) => [`${suggestion.type} ${suggestion.text}`, suggestion]));
  return [...texts.values(), ...unique(own)].slice(0, limit);
}

/** A completion of a department or topic as it was written: what is typed, its type, its name. */
function sharedSuggestion(completion: string): Suggestion {
  const [, type, text] = completion.split(COMPLETION_BREAK);
  return { type: type as Suggestion['type'], text: text ?? '' };
}

/** One completion a text; a text that several records share names none of them. */
function unique(options: { text: string; _source?: Shown }[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { text, _source } of options) {
    if (!_source) continue;
    const number = _source.shown.numbers.find((candidate) => completable(identifierKey(candidate)) === text);
    const suggestion: Suggestion = number === undefined ? { type: 'title', text: _source.shown.title } : { type: 'number', text: number };
    const seen = found.get(`${suggestion.type} ${suggestion.text}`);
    if (!seen) found.set(`${suggestion.type} ${suggestion.text}`, { ...suggestion, identifier: _source.identifier });
    else if (seen.identifier !== _source.identifier) delete seen.identifier;
  }
  return [...found.values()];
}
