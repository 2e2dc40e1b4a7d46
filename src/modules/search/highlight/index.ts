export { escapeHtml, highlight, type PlacingAnalyzer } from './highlight.js';
export { snippet, type SnippetOptions } from './snippet.js';
