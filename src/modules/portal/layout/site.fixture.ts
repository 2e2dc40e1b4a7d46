import type { Site } from './site.js';

/** A site of which little is known. */
export const SITE: Site = {
  baseUrl: 'http://127.0.0.1',
  name: 'Haozhao',
  slogan: 'Catalog',
  style: '/s.css',
  script: '/s.js',
  workbenchStyle: '/w.css',
  styleguideStyle: '/g.css',
  workbenchScript: '/w.js',
  recordScript: '/r.js',
};

/** What a page leaves to be read in English: itself without its head and without what is marked as Chinese. Pure. */
export const unmarked = (html: string): string =>
  html.replace(/<(span|button)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gs, '').replace(/<head>.*<\/head>/s, '');
