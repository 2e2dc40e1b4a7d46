import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Reading, ReadingContext } from '../reading/reading.js';

/** A whole page as HTML, as its visitor reads it. */
export const renderPage = (page: VNode, reading: Reading): string =>
  `<!DOCTYPE html>${renderToString(<ReadingContext.Provider value={reading}>{page}</ReadingContext.Provider>)}`;
