/** Claims that the provider itself says it has checked (OpenID Connect Core 5.1). */
const CHECKED_BY: Record<string, string> = { email: 'email_verified', phone_number: 'phone_number_verified' };

/** The name of the account that a provider vouches for; undefined when it says none, or has not checked it. Pure. */
export function accountNameIn(claims: Record<string, unknown>, claim: string): string | undefined {
  const name = claims[claim];
  if (typeof name !== 'string' || name === '') return undefined;
  const checkedBy = CHECKED_BY[claim];
  return checkedBy === undefined || claims[checkedBy] === true ? name : undefined;
}
