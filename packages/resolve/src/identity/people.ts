import { matchNames, personReadings, type NameMatch } from '../names/person-name.ts';
import { different, type Verdict } from '../cluster/verdict.ts';
import { companyScore, contradict, shared } from './overlap.ts';
import { fieldsAgree } from './roles.ts';
import type { Signature } from './signature.ts';

/** A signature with its names taken apart once. */
export interface Person extends Signature {
  readonly tokens: readonly (readonly string[])[];
}

export function asPerson(signature: Signature): Person {
  const own = personReadings(signature.name);
  // An alias that only shortens the name says no more than the name.
  const telling = signature.aliases
    .flatMap(personReadings)
    .filter((tokens) => tokens.length > 1 && tokens.some((token) => !own[0]?.includes(token)));
  return { ...signature, tokens: [...own, ...telling] };
}

const enough = 0.55;
const worthALook = 0.35;

/**
 * Whether two signatures are one person. The names set the start: the same full name is enough where nothing speaks against it,
 * a spelling or a part of a name needs support. State, post, body and company then speak for or against.
 */
export function comparePeople(left: Person, right: Person): Verdict {
  const match = bestMatch(left, right);
  if (toldApart(left, right) || toldApart(right, left)) return different;
  if (match.how === 'none' || left.only !== right.only) return different;
  const evidence = weigh(left, right, match);
  const weight = round(match.score + evidence.reduce((sum, { value }) => sum + value, 0));
  const reasons = [`names: ${match.how}`, ...evidence.map(({ reason }) => reason)];
  // Somebody of whom nothing is told must not join a minister and a runner of one name.
  const parted = fieldsPart(left, right) || (weight < worthALook && match.how !== 'partial');
  const kind = weight >= enough ? 'same' : parted ? 'different' : 'doubt';
  return { kind, weight, alike: match.how !== 'partial' || weight >= worthALook, reasons };
}

/** Whether both have posts, in fields that one person hardly joins. */
function fieldsPart(left: Person, right: Person): boolean {
  return left.fields.length > 0 && right.fields.length > 0 && !fieldsAgree(left.fields, right.fields);
}

function toldApart(one: Person, other: Person): boolean {
  return one.apart.length > 0 && other.tokens.some((tokens) => one.apart.includes(tokens.join(' ')));
}

interface Weighed {
  readonly value: number;
  readonly reason: string;
}

function weigh(left: Person, right: Person, match: NameMatch): Weighed[] {
  const found: Weighed[] = [];
  const say = (value: number, reason: string): void => {
    found.push({ value, reason });
  };
  const countries = shared(left.countries, right.countries);
  const roles = shared(left.roles, right.roles);
  const bodies = shared(left.bodies, right.bodies);
  const company = companyScore(left.company, right.company);
  if (countries.length > 0) say(0.15, `state: ${countries.join(', ')}`);
  if (roles.length > 0) say(0.15, `post: ${roles.join(', ')}`);
  else if (likelyOne(match) && (postsNest(left, right) || settingFits(left, right))) say(0.06, 'field');
  if (bodies.length > 0) say(0.2, `body: ${bodies.join(', ')}`);
  if (company > 0) say(company, `company: ${shared(left.company, right.company).length} in common`);
  if (contradict(left.countries, right.countries)) say(-0.5, 'different states');
  if (fieldsPart(left, right))
    say(-0.45, `different fields: ${left.fields.join(', ')} and ${right.fields.join(', ')}`);
  else if (
    contradict(affiliations(left), affiliations(right)) &&
    roles.length === 0 &&
    countries.length === 0
  ) {
    if (!contradict(left.countries, right.countries))
      say(bodiesPart(left, right, match) ? -0.25 : -0.12, 'different affiliations');
  } else if (contradict(left.bodies, right.bodies) && match.how !== 'exact' && countries.length === 0) {
    say(-0.15, 'different bodies');
  }
  return found;
}

/** Whether the names leave little doubt: the same, or the same but for a letter or two. */
function likelyOne({ how }: NameMatch): boolean {
  return how === 'exact' || how === 'spelling';
}

/** Whether a post of one says less than a post of the other and nothing else: 'secretary' and 'secretary of state'. */
function postsNest(left: Person, right: Person): boolean {
  const within = (one: string, other: string): boolean =>
    one !== '' && shared(one.split(' '), other.split(' ')).length === one.split(' ').length;
  return left.roles.some((one) => right.roles.some((other) => within(one, other) || within(other, one)));
}

/** Whether one works in the field that the article of the other, of whom it tells nothing, is mostly of. */
function settingFits(left: Person, right: Person): boolean {
  const fits = ({ setting = '' }: Person, other: Person): boolean =>
    setting !== '' && (other.fields.includes(setting) || other.setting === setting);
  return fits(left, right) || fits(right, left);
}

/** Whether they are of two bodies: a body and a state may go together, and so may a party and a committee. */
function bodiesPart(left: Person, right: Person, { how }: NameMatch): boolean {
  const employers = ({ bodies }: Person): string[] => bodies.filter((body) => !body.startsWith('party:'));
  return how !== 'exact' || contradict(employers(left), employers(right));
}

function affiliations(person: Person): string[] {
  return [...person.bodies, ...person.countries];
}

function bestMatch(left: Person, right: Person): NameMatch {
  let best: NameMatch = { score: 0, how: 'none' };
  for (const a of left.tokens) {
    for (const b of right.tokens) {
      const match = matchNames(a, b);
      if (match.score > best.score) best = match;
    }
  }
  return best;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
