import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderPage } from '../layout/render-page.js';
import { readingIn } from '../reading/reading.js';
import { Here, hereOf } from './here.js';
import { People, peopleOf } from './people.js';
import { UnreadNotices, unreadOf } from './unread-notices.js';

/** Answers with a page that no cache keeps: it belongs to one person. */
export function showPage(response: Response, page: VNode, status = 200): void {
  const html = renderPage(
    <UnreadNotices.Provider value={unreadOf(response)}>
      <People.Provider value={peopleOf(response)}>
        <Here.Provider value={hereOf(response)}>{page}</Here.Provider>
      </People.Provider>
    </UnreadNotices.Provider>,
    // Written for departments, in Chinese alone.
    readingIn('zh', { here: hereOf(response) }),
  );
  response.status(status).setHeader('Cache-Control', 'no-store').type('html').send(html);
}
