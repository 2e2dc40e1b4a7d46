/** Ways to prove oneself beside what one knows (RFC 8176). */
const POSSESSED = new Set(['otp', 'hwk', 'swk', 'sc', 'pop', 'sms', 'tel', 'face', 'fpt', 'iris', 'retina', 'vbm']);
const KNOWN = new Set(['pwd', 'pin', 'kba']);

/** Contexts that say two factors were given. */
const CONTEXTS = new Set([
  'https://refeds.org/profile/mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor-physical',
  'phr',
  'phrh',
]);

/** Whether the provider says that two factors were given. Pure. */
export function saysSecondFactor({ amr, acr }: { amr?: unknown; acr?: unknown }): boolean {
  if (typeof acr === 'string' && CONTEXTS.has(acr)) return true;
  const methods = Array.isArray(amr) ? amr.filter((method): method is string => typeof method === 'string') : [];
  if (methods.includes('mfa')) return true;
  return methods.some((method) => KNOWN.has(method)) && methods.some((method) => POSSESSED.has(method));
}
