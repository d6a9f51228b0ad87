import { different, type Verdict } from '../cluster/verdict.ts';
import {
  acronymKey,
  groupTokens,
  initialsOf,
  isAcronym,
  isGeneric,
  matchGroupNames,
} from '../names/group-name.ts';
import { companyScore, contradict, shared } from './overlap.ts';
import type { Signature } from './signature.ts';

/** A signature of a group with its names taken apart once. */
export interface Group extends Signature {
  readonly tokens: readonly (readonly string[])[];
  /** Acronyms it is called by. */
  readonly acronyms: readonly string[];
  /** Acronyms that its name would give. */
  readonly initials: readonly string[];
  readonly generic: boolean;
}

export function asGroup(signature: Signature): Group {
  const names = [signature.name, ...signature.aliases];
  const spelled = names.filter((name) => !isAcronym(name));
  const tokens = spelled.map(groupTokens).filter((words) => words.length > 0);
  return {
    ...signature,
    tokens,
    acronyms: names.filter(isAcronym).map(acronymKey),
    initials: spelled.flatMap(initialsOf),
    generic: tokens.length > 0 && isGeneric(tokens[0] ?? []),
  };
}

const enough = 0.55;
const worthALook = 0.35;

/** Whether two signatures are one group: by name, by acronym and expansion, with kind, state and company for and against. */
export function compareGroups(left: Group, right: Group): Verdict {
  if (left.only !== right.only) return different;
  const { score, how } = nameScore(left, right);
  if (score === 0) return different;
  const reasons = [`names: ${how}`];
  let weight = score;
  const say = (value: number, reason: string): void => {
    weight += value;
    reasons.push(reason);
  };
  const countries = shared(left.countries, right.countries);
  if (countries.length > 0) say(0.15, `state: ${countries.join(', ')}`);
  if (contradict(left.countries, right.countries)) say(-0.5, 'different states');
  if ((left.generic || right.generic) && countries.length === 0)
    say(-0.5, 'a kind of body, no state in common');
  if (left.subkind === right.subkind && left.subkind !== 'other') say(0.1, `kind: ${left.subkind}`);
  else if (kindsContradict(left.subkind, right.subkind)) say(-0.2, 'different kinds');
  const company = companyScore(left.company, right.company);
  if (company > 0) say(company, `company: ${shared(left.company, right.company).length} in common`);
  weight = Math.round(weight * 1000) / 1000;
  const kind = weight >= enough ? 'same' : weight >= worthALook ? 'doubt' : 'different';
  return { kind, weight, alike: how !== 'the beginning', reasons };
}

const vague = new Set(['other', 'government_body', 'ngo']);

function kindsContradict(left: string, right: string): boolean {
  return left !== right && !vague.has(left) && !vague.has(right);
}

function nameScore(left: Group, right: Group): { score: number; how: string } {
  let best = { score: 0, how: 'none' };
  const offer = (score: number, how: string): void => {
    if (score > best.score) best = { score, how };
  };
  for (const a of left.tokens) {
    for (const b of right.tokens) {
      const score = matchGroupNames(a, b);
      offer(score, score >= 0.7 ? 'exact' : score === 0.35 ? 'the beginning' : 'spelling');
    }
  }
  if (shared(left.acronyms, right.acronyms).length > 0)
    offer(bothSpelled(left, right) ? 0.3 : 0.5, 'acronym');
  if (shared(left.acronyms, right.initials).length > 0)
    offer(bothSpelled(left, right) ? 0.2 : 0.35, 'acronym of the name');
  if (shared(right.acronyms, left.initials).length > 0)
    offer(bothSpelled(left, right) ? 0.2 : 0.35, 'acronym of the name');
  return best;
}

/** Two groups with names of their own that share an acronym are two; one known by its acronym alone may be the other. */
function bothSpelled(left: Group, right: Group): boolean {
  return left.tokens.length > 0 && right.tokens.length > 0;
}
