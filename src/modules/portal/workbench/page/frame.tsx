import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Page } from '../../layout/page.js';
import type { Site } from '../../layout/site.js';
import { Here } from '../here.js';
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
  /** Whether to show what the department has under way. */
  reads: boolean;
}

/** A sentence about what went wrong, and where to mend it. */
export interface Fault {
  text: string;
  href?: string;
}

interface FrameProps {
  site: Site;
  title: string;
  visitor?: Visitor;
  /** Sentences about what went wrong, shown first and read out. */
  errors?: (string | Fault)[];
  /** Things that went well. */
  notice?: string;
  script?: string;
  /** Uses the whole width of the window. */
  wide?: boolean;
  children: ComponentChildren;
}

/** The frame of the workbench: who is signed in, and the way out. */
export function Frame({ site, title, visitor, errors = [], notice, script, wide = false, children }: FrameProps) {
  const faults = errors.map((error) => (typeof error === 'string' ? { text: error } : error));
  return (
    <Page site={site} title={title} path="/workbench" hidden workbench style={site.workbenchStyle} query={undefined} script={script}>
      {visitor && (
        <nav class="workbench-bar" aria-label="工作台">
          <Way href="/workbench">我的任务</Way>
          <NoticesLink />
          {visitor.reads && (
            <>
              <Way href="/workbench/submissions">全部稿件</Way>
              <Way href="/workbench/records">已发布</Way>
              <Way href="/workbench/department">部门概况</Way>
            </>
          )}
          {visitor.writes && (
            <>
              <Way href="/workbench/new?kind=document">起草文件</Way>
              <Way href="/workbench/new?kind=dataset">登记数据</Way>
              <Way href="/workbench/spreadsheet">表格导入</Way>
            </>
          )}
          {visitor.duties?.map(({ href, label }) => (
            <Way key={href} href={href}>
              {label}
            </Way>
          ))}
          <span class="workbench-person">{visitor.personName}</span>
          <Way href="/workbench/password">口令</Way>
          <PostForm action="/workbench/sign-out" csrf={visitor.csrf} inline>
            <button type="submit" class="plain">
              退出
            </button>
          </PostForm>
        </nav>
      )}
      <h1>{title}</h1>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {faults.length > 0 && (
        <div class="panel panel-error" role="alert">
          <ul>
            {faults.map(({ text, href }) => (
              <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      )}
      {wide ? <div class="work-wide">{children}</div> : children}
    </Page>
  );
}

function NoticesLink() {
  const unread = useContext(UnreadNotices);
  return <Way href="/workbench/notices">通知{unread > 0 && `（${unread} 条未读）`}</Way>;
}

/** An entry of the menu; marked where it leads to the page that is shown. */
function Way({ href, children }: { href: string; children: ComponentChildren }) {
  const here = useContext(Here);
  const current = here === href || (!href.includes('?') && here.split('?')[0] === href);
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** A form that carries the token of the session. */
export function PostForm({
  action,
  csrf,
  inline = false,
  id,
  files = false,
  bare = false,
  children,
}: {
  action: string;
  csrf: string;
  inline?: boolean;
  id?: string;
  /** Carries files. */
  files?: boolean;
  /** As wide as what it stands in. */
  bare?: boolean;
  children: ComponentChildren;
}) {
  return (
    <form
      id={id}
      action={action}
      method="post"
      class={inline ? 'inline' : bare ? 'work-form work-form-bare' : 'work-form'}
      encType={files ? 'multipart/form-data' : undefined}
    >
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
  wrong,
}: {
  name: string;
  label: string;
  type?: string;
  value?: string;
  help?: string;
  required?: boolean;
  autoComplete?: string;
  /** What is wrong with it. */
  wrong?: string;
}) {
  const described = [help ? `${name}-help` : '', wrong ? `${name}-wrong` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <p class={wrong ? 'work-field work-field-wrong' : 'work-field'}>
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
        aria-describedby={described}
        aria-invalid={wrong ? 'true' : undefined}
      />
      {help && (
        <span class="note" id={`${name}-help`}>
          {help}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${name}-wrong`}>
          {wrong}
        </span>
      )}
    </p>
  );
}
