import { type AnnotatedDocument, sentenceOf } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable, Mention } from '../context.ts';
import { namedState, stateOfGroup } from './told-states.ts';

/**
 * The states whose bodies the sentence of a token names: where the White House is, the president is that state's. With `near`, only
 * bodies with no other person between.
 */
export function statesOfBodies(
  table: EntityTable,
  document: AnnotatedDocument,
  token: number,
  near = false,
): Entity[] {
  const { first, last } = sentenceOf(document, token);
  const within = table.mentions.filter(
    (mention) => mention.first >= first && mention.last <= last && mention.form !== 'pronoun',
  );
  const others = within.filter(
    (mention) => table.byId(mention.entity)?.kind === 'person' && !covers(mention, token),
  );
  const here = near
    ? within.filter(({ head }) => !others.some((person) => isBetween(person.head, head, token)))
    : within;
  const states = here.flatMap((mention) =>
    table.byId(mention.entity)?.groupKind === 'state' || isMarkedAside(document, table, mention, token)
      ? []
      : (stateOfGroup(table, mention.entity) ?? []),
  );
  return [...new Map(states.map((state) => [state.id, state])).values()];
}

/**
 * 'the ship that Vanuatu police boarded': a body called by its state, in another clause than the person, tells no more than that state
 * would. 'X told the Knesset' does, and 'X told the Lithuanian parliament'.
 */
function isMarkedAside(
  document: AnnotatedDocument,
  table: EntityTable,
  { head, entity }: Mention,
  token: number,
): boolean {
  const body = table.byId(entity);
  const state = body?.country === undefined ? undefined : namedState(table, body.country);
  const names = state === undefined ? [] : [state.name, ...state.aliases];
  if (body === undefined || !names.some((name) => body.name.startsWith(name))) return false;
  return clauseHead(document, head) !== clauseHead(document, token);
}

/** The verb that a token's clause hangs on. */
function clauseHead({ tokens }: AnnotatedDocument, from: number): number {
  let at = from;
  for (let step = 0; step < longestChain; step++) {
    const token = tokens[at];
    if (token === undefined || (at !== from && /^(VERB|AUX)$/.test(token.upos)) || token.deprel === 'root')
      break;
    at = token.head;
  }
  return at;
}

const longestChain = 8;

const covers = ({ first, last }: { first: number; last: number }, token: number): boolean =>
  first <= token && token <= last;

const isBetween = (token: number, a: number, b: number): boolean =>
  token > Math.min(a, b) && token < Math.max(a, b);
