import type { Site } from '../../layout/site.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';

/** Name and password, or the way to the provider that vouches for people. */
export function SignInPage({ site, next, provider, errors }: { site: Site; next: string; provider?: string; errors?: string[] }) {
  return (
    <Frame site={site} title="登录工作台" errors={errors}>
      {provider && (
        <p>
          <a class="button" href={`/workbench/oidc?next=${encodeURIComponent(next)}`}>
            {provider}
          </a>
        </p>
      )}
      <form action="/workbench/sign-in" method="post" class="work-form panel">
        <input type="hidden" name="next" value={next} />
        <Line name="name" label="账号" autoComplete="username" />
        <Line name="password" label="口令" type="password" autoComplete="current-password" />
        <button type="submit">登录</button>
        <p class="note">账号由系统管理员开立。连续五次输错会锁定 30 分钟，由安全管理员解锁。</p>
      </form>
    </Frame>
  );
}

/** The code of the authenticator. */
export function SecondFactorPage({ site, csrf, errors }: { site: Site; csrf: string; errors?: string[] }) {
  return (
    <Frame site={site} title="二次验证" errors={errors}>
      <div class="panel">
        <PostForm action="/workbench/second-factor" csrf={csrf}>
          <Line name="code" label="验证器显示的六位数字，或一个恢复码" autoComplete="one-time-code" />
          <button type="submit">继续</button>
        </PostForm>
      </div>
    </Frame>
  );
}

/** Setting the second factor up. */
export function EnrolPage({ site, csrf, secret, qr, errors }: { site: Site; csrf: string; secret: string; qr: string; errors?: string[] }) {
  return (
    <Frame site={site} title="设置二次验证" errors={errors}>
      <div class="panel">
        <p>您的角色须使用二次验证。请用手机上的验证器（任何支持 TOTP 的应用）扫描图形，或手工输入密钥，再填入它显示的数字。</p>
        <p class="qr" role="img" aria-label="二次验证密钥的二维码；读不了图形时请输入下面的密钥" dangerouslySetInnerHTML={{ __html: qr }} />
        <p>
          密钥：<code>{secret}</code>
        </p>
        <PostForm action="/workbench/enrol" csrf={csrf}>
          <input type="hidden" name="secret" value={secret} />
          <Line name="code" label="验证器显示的六位数字" autoComplete="one-time-code" />
          <button type="submit">设置</button>
        </PostForm>
      </div>
    </Frame>
  );
}

/** The recovery codes, this once. */
export function RecoveryPage({ site, visitor, codes }: { site: Site; visitor: Visitor; codes: string[] }) {
  return (
    <Frame site={site} title="请保存恢复码" visitor={visitor}>
      <div class="panel">
        <p>手机丢失时，每个恢复码可以代替验证码使用一次。它们只显示这一次，请抄下或打印，放在安全的地方。</p>
        <ul class="codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a href="/workbench">已保存，进入工作台</a>
        </p>
      </div>
    </Frame>
  );
}

/** Changing the own password. */
export function PasswordPage({ site, csrf, forced, errors }: { site: Site; csrf: string; forced: boolean; errors?: string[] }) {
  return (
    <Frame site={site} title="修改口令" errors={errors}>
      <div class="panel">
        {forced && <p>首次登录、重置之后或口令到期时，须先修改口令。</p>}
        <PostForm action="/workbench/password" csrf={csrf}>
          <Line name="currentPassword" label="当前口令" type="password" autoComplete="current-password" />
          <Line
            name="newPassword"
            label="新口令"
            type="password"
            autoComplete="new-password"
            help="至少 10 个字符（管理员 12 个），大小写字母、数字、符号至少三类，不含账号、姓名、电话"
          />
          <button type="submit">修改</button>
        </PostForm>
      </div>
    </Frame>
  );
}
