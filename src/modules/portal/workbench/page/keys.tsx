import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import { type Option, Pick, SecretPanel, Ticks } from './choice.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';

/** A key as the list shows it. */
export interface KeyLine {
  id: string;
  name: string;
  prefix: string;
  department: string;
  scopes: string[];
  /** When it was last used, in words. */
  used: string;
  expires: string | null;
  state: 'active' | 'expired' | 'revoked';
}

const STATES = { active: '可用', expired: '已过期', revoked: '已撤销' } as const;

interface KeysPageProps {
  site: Site;
  visitor: Visitor;
  keys: KeyLine[];
  scopes: Option[];
  departments: Option[];
  given?: { name?: string; expiresOn?: string; department?: string; scopes?: string[] };
  issued?: { name: string; key: string };
  errors?: string[];
}

/** Keys of programs: issue, exchange, revoke. */
export function KeysPage({ site, visitor, keys, scopes, departments, given = {}, issued, errors }: KeysPageProps) {
  return (
    <Frame site={site} title="接口密钥" visitor={visitor} errors={errors}>
      {issued && <SecretPanel title={`密钥“${issued.name}”`} secret={issued.key} hint="只显示这一次，请立刻存到使用它的系统中。" />}
      <section class="panel">
        <h2>密钥（{keys.length}）</h2>
        {keys.length === 0 && <p class="note">还没有密钥。</p>}
        <ul class="tasks">
          {keys.map((key) => (
            <li key={key.id}>
              <strong>{key.name}</strong> <code>{key.prefix}…</code>{' '}
              <Badge tone={key.state === 'active' ? 'plain' : 'ended'}>{STATES[key.state]}</Badge>
              <span class="note">
                {key.department} · {key.scopes.join('、')}
              </span>
              <span class="note">
                {key.used}
                {key.expires && ` · 到期 ${key.expires}`}
              </span>
              {key.state === 'active' && (
                <div class="row-actions">
                  <KeyStep name={key.name} place="rotation" label="更换" csrf={visitor.csrf} />
                  <KeyStep name={key.name} place="revocation" label="撤销" csrf={visitor.csrf} />
                </div>
              )}
            </li>
          ))}
        </ul>
        <p class="note">更换后，旧的密钥再用 24 小时；撤销立刻生效。</p>
      </section>
      <section class="panel">
        <h2>发放密钥</h2>
        <PostForm action="/workbench/keys" csrf={visitor.csrf}>
          <Line name="name" label="名字" required value={given.name} help="由谁、用于什么，如：公积金中心OA" />
          <Pick name="department" label="属于" options={departments} value={given.department} />
          <Ticks name="scopes" legend="权限" options={scopes} ticked={given.scopes} />
          <Line name="expiresOn" label="到期日" type="date" value={given.expiresOn} help="不填则不过期" />
          <button type="submit">发放</button>
        </PostForm>
        <p class="note">密钥不能超出其权限、部门和发放人的角色。</p>
      </section>
    </Frame>
  );
}

function KeyStep({ name, place, label, csrf }: { name: string; place: string; label: string; csrf: string }) {
  return (
    <PostForm action={`/workbench/keys/${place}`} csrf={csrf} inline>
      <input type="hidden" name="name" value={name} />
      <button type="submit" class="plain" aria-label={`${label}密钥${name}`}>
        {label}
      </button>
    </PostForm>
  );
}
