import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { FoundTitle } from './found-title.ts';
import {
  leastLead,
  leastScore,
  rankedStates,
  stateOfHolder,
  type Story,
  sureState,
  unAmerican,
} from './state-of-office.ts';

interface NationalOffices {
  readonly national: ReadonlySet<string>;
  readonly holders: Readonly<Record<string, ReadonlySet<string>>>;
}

/**
 * The state that all officials whom an article does not mark are of most likely: a paper says of foreigners whose they are, and not of
 * its own. Where there are not two, or two states are as likely, that of a well-known head of government.
 */
export function domesticState(
  story: Story,
  found: readonly FoundTitle[],
  lexicon: NationalOffices,
): Entity | undefined {
  const officials = unmarkedOfficials(story, found, lexicon);
  const [best, next] = officials.length < 2 ? [] : rankedStates(story, officials);
  return best !== undefined && best.points > leastScore && best.points - (next?.points ?? 0) > leastLead
    ? best.state
    : stateOfKnownMinister(story, found, lexicon);
}

/** 'Prime Minister Tony Blair' with no state told: the one state of all well-known heads of government, whom papers abroad mark. */
function stateOfKnownMinister(
  { table }: Story,
  found: readonly FoundTitle[],
  { holders }: NationalOffices,
): Entity | undefined {
  const states = found.flatMap(({ phrase, person, rule }) =>
    rule === 'positions.title-before' &&
    phrase.link === undefined &&
    phrase.status === 'current' &&
    /^(prime minister|premier)$/i.test(phrase.title)
      ? (stateOfHolder(table, person, holders) ?? [])
      : [],
  );
  const [only, other] = new Set(states);
  return other === undefined ? only : undefined;
}

/** Holders of national offices of whom nothing tells whose they are. */
function unmarkedOfficials(
  { document, table, told }: Story,
  found: readonly FoundTitle[],
  lexicon: NationalOffices,
): FoundTitle[] {
  const unmarked = found.filter(
    (each) =>
      each.phrase.kind === 'office' &&
      each.phrase.link === undefined &&
      each.phrase.status !== 'former' &&
      [...lexicon.national].some((office) => each.phrase.title.toLowerCase().endsWith(office)) &&
      told.stateOf(each.person.entity) === undefined &&
      sureState(document, table, each, lexicon.holders) === undefined,
  );
  return [...new Map(unmarked.map((each) => [each.person.entity, each])).values()];
}

/** Is there one among them whose office the United States do not have? */
export const isToldElsewhere = (
  story: Story,
  found: readonly FoundTitle[],
  lexicon: NationalOffices,
): boolean => unmarkedOfficials(story, found, lexicon).some(({ phrase }) => unAmerican.test(phrase.title));

/** The federal states, where an article tells of a federal government: 'the Federal Opposition', 'Federal Treasurer X'. */
export function federationsTold(
  { tokens }: AnnotatedDocument,
  federations: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const isTold = tokens.some(
    ({ text, i }) => text === 'Federal' && ofFederation.test(tokens[i + 1]?.text ?? ''),
  );
  return isTold ? federations : undefined;
}

const ofFederation = /^(Government|Opposition|Cabinet|Parliament|Minister|Treasurer|Attorney)$/;
