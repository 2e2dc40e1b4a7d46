import canonicalize from 'canonicalize';

/** What a signature of a revision says: this was the content of this record in this revision, as signed then. */
export interface Statement {
  revision: number;
  action: string;
  signedAt: string;
  content: unknown;
}

/** The statement in the canonical form of RFC 8785, which is what is signed. Pure. */
export function statementText({ revision, action, signedAt, content }: Statement): string {
  return canonicalize({ revision, action, signedAt, content })!;
}
