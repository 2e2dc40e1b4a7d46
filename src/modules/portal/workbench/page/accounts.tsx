import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import { type Option, Pick, SecretPanel } from './choice.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';

/** An account as the list shows it. */
export interface AccountLine {
  name: string;
  personName: string;
  /** Roles in words, with their departments. */
  roles: string[];
  state: 'active' | 'locked' | 'disabled';
  secondFactor: boolean;
}

const HINT = '只显示这一次。请当面或用可靠的方式转交本人；首次登录须修改。';

interface AccountsPageProps {
  site: Site;
  visitor: Visitor;
  accounts: AccountLine[];
  /** How many there are; the list may show fewer. */
  total: number;
  q: string;
  mayOpen: boolean;
  /** Roles this visitor gives; without any the form is left out. */
  grant?: { roles: Option[]; departments: Option[] };
  given?: Record<string, string>;
  opened?: { name: string; password: string };
  errors?: string[];
}

/** Everybody whom the visitor looks after, and the way to open an account or to equip one. */
export function AccountsPage(props: AccountsPageProps) {
  const { site, visitor, accounts, total, q, mayOpen, grant, given = {}, opened, errors } = props;
  return (
    <Frame site={site} title="账号与角色" visitor={visitor} errors={errors}>
      {opened && <SecretPanel title={`账号 ${opened.name} 的初始口令`} secret={opened.password} hint={HINT} />}
      <form action="/workbench/accounts" method="get" class="work-form work-filter" role="search">
        <Line name="q" label="按账号名或姓名查找" value={q} />
        <button type="submit">查找</button>
      </form>
      <section class="panel">
        <h2>账号（{total}）</h2>
        {accounts.length === 0 && <p class="note">没有符合的账号。</p>}
        {accounts.length < total && <p class="note">只列出前 {accounts.length} 个，请用上面的框查找。</p>}
        <ul class="tasks">
          {accounts.map((account) => (
            <li key={account.name}>
              <a href={`/workbench/accounts/${account.name}`}>{account.name}</a> {account.personName} <StateBadge state={account.state} />
              <span class="note">
                {account.roles.join('、') || '没有角色'}
                {account.secondFactor && ' · 已设二次验证'}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {mayOpen && (
        <section class="panel">
          <h2>开立账号</h2>
          <p class="note">一人一号。新账号没有角色，由安全管理员或部门管理员授予。</p>
          <PostForm action="/workbench/accounts" csrf={visitor.csrf}>
            <Line
              name="name"
              label="账号名"
              required
              value={given.name}
              help="小写字母开头，小写字母、数字、点、下划线、连字符，3–40 个字符"
            />
            <Line name="personName" label="姓名" required value={given.personName} />
            <Line name="email" label="工作邮箱" type="email" value={given.email} help="用于通知" />
            <Line name="phone" label="办公电话" type="tel" value={given.phone} />
            <button type="submit">开立</button>
          </PostForm>
        </section>
      )}
      {grant && (
        <section class="panel">
          <h2>授予角色</h2>
          <PostForm action="/workbench/accounts/roles" csrf={visitor.csrf}>
            <Line name="account" label="给账号" required value={given.account} />
            <GrantFields {...grant} />
            <button type="submit">授予</button>
          </PostForm>
        </section>
      )}
    </Frame>
  );
}

function GrantFields({ roles, departments }: { roles: Option[]; departments: Option[] }) {
  return (
    <>
      <Pick name="role" label="角色" options={roles} />
      {departments.length > 0 && <Pick name="department" label="部门" options={departments} />}
    </>
  );
}

const STATES = { active: '正常', locked: '已锁定', disabled: '已停用' } as const;

function StateBadge({ state }: { state: AccountLine['state'] }) {
  return <Badge tone={state === 'active' ? 'plain' : state === 'locked' ? 'changed' : 'ended'}>{STATES[state]}</Badge>;
}

/** A role that somebody holds, and whether the visitor may take it away. */
export interface HeldRole {
  role: string;
  department: string | null;
  words: string;
  mayRevoke: boolean;
}

interface AccountPageProps {
  site: Site;
  visitor: Visitor;
  account: AccountLine & { email: string | null; phone: string | null };
  held: HeldRole[];
  grant?: { roles: Option[]; departments: Option[] };
  mayClose: boolean;
  mayRecover: boolean;
  password?: string;
  errors?: string[];
}

/** One account: its roles, and what the visitor may do about it. */
export function AccountPage(props: AccountPageProps) {
  const { site, visitor, account, held, grant, mayClose, mayRecover, password, errors } = props;
  const base = `/workbench/accounts/${account.name}`;
  const step = (place: string, label: string) => (
    <PostForm action={`${base}/${place}`} csrf={visitor.csrf} inline>
      <button type="submit" class="plain">
        {label}
      </button>
    </PostForm>
  );
  return (
    <Frame site={site} title={`${account.personName}（${account.name}）`} visitor={visitor} errors={errors}>
      {password && <SecretPanel title={`账号 ${account.name} 的新口令`} secret={password} hint={HINT} />}
      <p class="hit-line">
        <StateBadge state={account.state} />
        <span>{account.secondFactor ? '已设二次验证' : '未设二次验证'}</span>
        {account.email && <span>{account.email}</span>}
        {account.phone && <span>{account.phone}</span>}
      </p>
      <section class="panel">
        <h2>角色（{held.length}）</h2>
        {held.length === 0 && <p class="note">还没有角色。</p>}
        <ul class="tasks">
          {held.map(({ role, department, words, mayRevoke }) => (
            <li key={words} class="row">
              <span>{words}</span>
              {mayRevoke && (
                <PostForm action={`${base}/roles/revocation`} csrf={visitor.csrf} inline>
                  <input type="hidden" name="role" value={role} />
                  {department && <input type="hidden" name="department" value={department} />}
                  <button type="submit" class="plain" aria-label={`收回${words}`}>
                    收回
                  </button>
                </PostForm>
              )}
            </li>
          ))}
        </ul>
        {grant && (
          <PostForm action={`${base}/roles`} csrf={visitor.csrf}>
            <GrantFields {...grant} />
            <button type="submit">授予</button>
          </PostForm>
        )}
      </section>
      {(mayClose || mayRecover) && (
        <section class="panel">
          <h2>办理</h2>
          <div class="row-actions">
            {mayRecover && account.state === 'locked' && step('unlocking', '解锁')}
            {mayRecover && step('password-reset', '重设口令')}
            {mayRecover && account.secondFactor && step('second-factor-reset', '重设二次验证')}
            {mayClose && (account.state === 'disabled' ? step('enabling', '重新启用') : step('disabling', '停用账号'))}
          </div>
          <p class="note">停用和重设都会立刻结束这个账号的全部登录；每一步都记入审计日志。</p>
        </section>
      )}
      <p>
        <a href="/workbench/accounts">返回全部账号</a>
      </p>
    </Frame>
  );
}
