import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Page } from '../../layout/page.js';
import type { Site } from '../../layout/site.js';
import { UnreadNotices } from '../unread-notices.js';

/** What every page of the workbench knows of its visitor. */
export interface Visitor {
  name: string;
  personName: string;
  csrf: string;
  /** Whether to offer what only editors do. */
  writes: boolean;
  /** Ways to what an administrator looks after. */
  duties?: { href: string; label: string }[];
}

interface FrameProps {
  site: Site;
  title: string;
  visitor?: Visitor;
  /** Sentences about what went wrong, shown first and read out. */
  errors?: string[];
  children: ComponentChildren;
}

/** The frame of the workbench: who is signed in, and the way out. */
export function Frame({ site, title, visitor, errors = [], children }: FrameProps) {
  return (
    <Page site={site} title={title} path="/workbench" hidden query={undefined}>
      {visitor && (
        <nav class="workbench-bar" aria-label="工作台">
          <a href="/workbench">我的任务</a>
          <NoticesLink />
          {visitor.writes && (
            <>
              <a href="/workbench/new?kind=document">起草文件</a>
              <a href="/workbench/new?kind=dataset">登记数据</a>
              <a href="/workbench/withdraw">撤回</a>
            </>
          )}
          {visitor.duties?.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
          <span class="workbench-person">{visitor.personName}</span>
          <a href="/workbench/password">口令</a>
          <PostForm action="/workbench/sign-out" csrf={visitor.csrf} inline>
            <button type="submit" class="plain">
              退出
            </button>
          </PostForm>
        </nav>
      )}
      <h1>{title}</h1>
      {errors.length > 0 && (
        <div class="panel panel-error" role="alert">
          <ul>
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </div>
      )}
      {children}
    </Page>
  );
}

function NoticesLink() {
  const unread = useContext(UnreadNotices);
  return <a href="/workbench/notices">通知{unread > 0 && `（${unread} 条未读）`}</a>;
}

/** A form that carries the token of the session. */
export function PostForm({
  action,
  csrf,
  inline = false,
  children,
}: {
  action: string;
  csrf: string;
  inline?: boolean;
  children: ComponentChildren;
}) {
  return (
    <form action={action} method="post" class={inline ? 'inline' : 'work-form'}>
      <input type="hidden" name="_csrf" value={csrf} />
      {children}
    </form>
  );
}

/** A labelled box of one line. */
export function Line({
  name,
  label,
  type = 'text',
  value,
  help,
  required = false,
  autoComplete,
}: {
  name: string;
  label: string;
  type?: string;
  value?: string;
  help?: string;
  required?: boolean;
  autoComplete?: string;
}) {
  return (
    <p class="work-field">
      <label for={name}>
        {label}
        {required && <span class="required">（必填）</span>}
      </label>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autoComplete={autoComplete}
        aria-describedby={help ? `${name}-help` : undefined}
      />
      {help && (
        <span class="note" id={`${name}-help`}>
          {help}
        </span>
      )}
    </p>
  );
}
