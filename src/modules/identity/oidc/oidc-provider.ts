import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  type Configuration,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { AppError } from '../../kernel/app-error.js';
import { Config } from '../../platform/config/index.js';
import { Log } from '../../platform/logging/index.js';

const SECONDS = 10;

/** What must come back from the provider, and what proves that we asked. */
export interface OidcAttempt {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who the provider says it is. */
export type OidcClaims = Record<string, unknown>;

/** The OpenID Connect provider of `OIDC_ISSUER`: authorization code with PKCE, state and nonce. */
@Injectable()
export class OidcProvider {
  private known?: Promise<Configuration>;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  get offered(): boolean {
    return this.config.oidcIssuer !== undefined;
  }

  /** Where the provider sends people back to. */
  get returnAddress(): string {
    return `${this.config.baseUrl?.replace(/\/$/, '') ?? ''}/workbench/oidc/return`;
  }

  /** The address to send somebody to, and what must come back. @throws AppError UNAVAILABLE */
  async begin(): Promise<{ url: string; attempt: OidcAttempt }> {
    const provider = await this.discover();
    const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.returnAddress,
      scope: 'openid profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, attempt };
  }

  /** Exchanges the code and checks state, issuer, audience, nonce and signature. @throws AppError UNAUTHENTICATED, UNAVAILABLE */
  async finish(query: string, { state, nonce, verifier }: OidcAttempt): Promise<OidcClaims> {
    const provider = await this.discover();
    try {
      const tokens = await authorizationCodeGrant(provider, new URL(`${this.returnAddress}${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      if (claims[this.config.oidcAccountClaim] !== undefined) return { ...claims };
      // Some providers keep what is not about the sign-in itself for those who ask with the access token.
      return { ...(await fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims };
    } catch (error) {
      this.log.warn({ error }, 'sign-in by the provider failed');
      throw unreachable(error) ? away() : refused(error);
    }
  }

  /** What the provider says of itself, asked for once; a failure is asked for again. */
  private discover(): Promise<Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.config;
    if (!oidcIssuer || !oidcClientId)
      throw new AppError('NOT_FOUND', '没有开通统一身份认证登录，请用账号和口令登录。', { english: 'No provider is configured.' });
    const issuer = new URL(oidcIssuer);
    this.known ??= discovery(issuer, oidcClientId, oidcClientSecret, oidcClientSecret ? undefined : None(), {
      timeout: SECONDS,
      ...(issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {}),
    }).catch((error: unknown) => {
      this.known = undefined;
      this.log.warn({ error }, 'the provider cannot be asked');
      throw away();
    });
    return this.known;
  }
}

/** Neither the provider's answer nor our checks, but the line between, or a provider that is down. */
function unreachable(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  if (!(error instanceof ClientError)) return false;
  return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500);
}

function refused(error: unknown): AppError {
  const cancelled = error instanceof AuthorizationResponseError && error.error === 'access_denied';
  return new AppError(
    'UNAUTHENTICATED',
    cancelled ? '在统一身份认证处取消了登录，请重新登录或改用口令。' : '统一身份认证的回答不能采信，没有登录；请重新登录或改用口令。',
    { english: 'The answer of the provider was not accepted; sign in again.' },
  );
}

const away = () =>
  new AppError('UNAVAILABLE', '统一身份认证暂时连不上，请改用账号和口令登录，或稍后再试。', {
    english: 'The identity provider cannot be reached; sign in with your password or try again later.',
    retryAfter: 60,
  });
