import type { ComponentChildren } from 'preact';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';

/** A page that has one thing to say: an error, or that a record was withdrawn. */
export function MessagePage({
  site,
  title,
  sentence,
  requestId,
  children,
}: {
  site: Site;
  title: string;
  sentence: string;
  requestId?: string;
  children?: ComponentChildren;
}) {
  return (
    <Page site={site} title={title} path="/" hidden query="">
      <div class="message">
        <h1>{title}</h1>
        <p class="lead">{sentence}</p>
        {children}
        <p>
          <a href="/">回到首页</a>，或在上方重新搜索。
        </p>
        {requestId && <p class="note">请求编号：{requestId}</p>}
      </div>
    </Page>
  );
}
