import { flawOfText } from '../../kernel/field/index.js';
import { OaiError } from './oai-error.js';
import { type Moment, parseMoment } from './moment.js';

export const VERBS = ['Identify', 'ListMetadataFormats', 'ListSets', 'ListIdentifiers', 'ListRecords', 'GetRecord'] as const;
export type Verb = (typeof VERBS)[number];

/** Arguments of each verb; a token stands alone. */
const ARGUMENTS: Record<Verb, { required: readonly string[]; optional: readonly string[]; token: boolean }> = {
  Identify: { required: [], optional: [], token: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], token: false },
  ListSets: { required: [], optional: [], token: true },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], token: true },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], token: true },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], token: false },
};

/** A question that keeps to the protocol; what it names need not exist. */
export interface OaiRequest {
  verb: Verb;
  identifier?: string;
  metadataPrefix?: string;
  set?: string;
  from?: Moment;
  until?: Moment;
  resumptionToken?: string;
  /** All of it as given, which the answer repeats. */
  given: Record<string, string>;
}

const LONGEST = 2_000;

const PART = `[A-Za-z0-9\\-_.!~*'()]+`;

/** What the schema of answers allows in the arguments that they repeat: other values would make the answer invalid. */
const FORMS: Record<string, { pattern: RegExp; what: string }> = {
  identifier: { pattern: /^(?:[A-Za-z0-9\-_.!~*'();/?:@&=+$,]|%[0-9A-Fa-f]{2})+$/, what: 'a URI' },
  metadataPrefix: { pattern: new RegExp(`^${PART}$`), what: 'the prefix of a metadata format' },
  set: { pattern: new RegExp(`^${PART}(?::${PART})*$`), what: 'a setSpec' },
};

/** Reads the arguments of a request. Pure. @throws OaiError badVerb, badArgument */
export function parseRequest(parameters: readonly (readonly [string, string])[]): OaiRequest {
  const verbs = parameters.filter(([name]) => name === 'verb').map(([, value]) => value);
  if (verbs.length !== 1)
    throw new OaiError('badVerb', verbs.length === 0 ? 'The argument verb is missing.' : 'The argument verb is repeated.');
  const verb = VERBS.find((known) => known === verbs[0]);
  if (!verb) throw new OaiError('badVerb', `There is no verb "${shown(verbs[0]!)}"; known are ${VERBS.join(', ')}.`);
  const given = collect(parameters, verb);
  const { required, token } = ARGUMENTS[verb];
  const { resumptionToken, identifier, metadataPrefix, set } = given;
  if (resumptionToken !== undefined) {
    if (!token) throw new OaiError('badArgument', `${verb} has no argument resumptionToken.`);
    const others = Object.keys(given).filter((name) => name !== 'verb' && name !== 'resumptionToken');
    if (others.length > 0) throw new OaiError('badArgument', `resumptionToken stands alone; leave out ${others.join(', ')}.`);
    return { verb, resumptionToken, given };
  }
  const missing = required.filter((name) => given[name] === undefined);
  if (missing.length > 0) throw new OaiError('badArgument', `${verb} wants ${missing.join(' and ')}.`);
  const { from, until } = periodOf(given.from, given.until);
  return { verb, identifier, metadataPrefix, set, from, until, given };
}

function collect(parameters: readonly (readonly [string, string])[], verb: Verb): Record<string, string> {
  const { required, optional, token } = ARGUMENTS[verb];
  const known = ['verb', ...required, ...optional, ...(token ? ['resumptionToken'] : [])];
  const given: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (!known.includes(name))
      throw new OaiError('badArgument', `${verb} has no argument "${shown(name)}"; it takes ${known.slice(1).join(', ') || 'none'}.`);
    if (Object.hasOwn(given, name)) throw new OaiError('badArgument', `The argument ${name} is repeated.`);
    if (value === '') throw new OaiError('badArgument', `The argument ${name} is empty.`);
    if (value.length > LONGEST) throw new OaiError('badArgument', `The argument ${name} is longer than ${LONGEST} characters.`);
    if (flawOfText(value)) throw new OaiError('badArgument', `The argument ${name} holds control characters.`);
    const form = FORMS[name];
    if (form && !form.pattern.test(value)) throw new OaiError('badArgument', `The argument ${name} is not ${form.what}.`);
    given[name] = value;
  }
  return given;
}

function periodOf(fromText: string | undefined, untilText: string | undefined): { from?: Moment; until?: Moment } {
  const from = fromText === undefined ? undefined : parseMoment('from', fromText);
  const until = untilText === undefined ? undefined : parseMoment('until', untilText);
  if (from && until && from.granularity !== until.granularity)
    throw new OaiError('badArgument', 'from and until must have the same granularity.');
  if (from && until && from.first > until.last) throw new OaiError('badArgument', 'from must not be later than until.');
  return { from, until };
}

/** What a caller wrote, short enough to repeat. */
const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
