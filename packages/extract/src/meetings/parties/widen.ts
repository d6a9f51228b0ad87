import { child, children, headOf, subtree, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { vocabulary } from '../../dates/vocabulary.ts';
import { argumentsOf, prepositionalSlots } from '../../roles/arguments.ts';
import type { Predication, Slots } from '../../roles/predication.ts';

/** Words that the tree hangs the counterpart on although it is the verb's: 'met for an hour with', 'spoke face to face with'. */
const measures = /^(?:face|table|room|time|while|length|detail|sidelines?|margins?|privat\w*)$/;

/**
 * A predication with the phrases that hang on the measure or the manner of its verb, and in `presence` those who were there. Where
 * the tree takes 'while the envoy carried drafts' for a phrase, its noun is the subject.
 */
export function widened(document: AnnotatedDocument, predication: Predication): Predication {
  const { verb, slots } = predication;
  const { while: opened = [] } = slots;
  if (
    predication.kind === 'verb' &&
    opened.length > 0 &&
    opened.every((token) => token < predication.trigger)
  )
    return widened(document, { ...predication, slots: { ...slots, subject: opened, while: [] } });
  const titled = withTitles(document, predication);
  if (titled !== undefined) return widened(document, titled);
  const stated = withPredicate(document, predication);
  if (stated !== undefined) return stated;
  const owner = handOf(document, predication);
  if (owner !== undefined) return { ...predication, slots: { ...slots, with: [owner] } };
  const hearers = beforeWhom(document, slots.before ?? []);
  if (hearers.length > 0) return widened(document, { ...predication, slots: { ...slots, before: hearers } });
  const equals = withCounterparts(document, slots);
  if (equals !== undefined) return widened(document, { ...predication, slots: equals });
  const doers = apposedDoers(document, predication);
  if (doers.length > 0) return widened(document, { ...predication, slots: { ...slots, by: doers } });
  const behind = behindSource(document, predication);
  if (behind.length > 0) return widened(document, { ...predication, slots: { ...slots, subject: behind } });
  const first = whoseInfinitive(document, predication);
  if (first.length > 0) return widened(document, { ...predication, slots: { ...slots, subject: first } });
  const joint = subjectAbove(document, predication);
  if (joint.length > 0) return widened(document, { ...predication, slots: { ...slots, subject: joint } });
  if (verb === null) return predication;
  const below = [verb, ...(predication.trigger === verb ? [] : [predication.trigger])].flatMap((token) =>
    children(document, token).filter(isMeasure),
  );
  const presence = (slots.in ?? []).filter((token) => document.tokens[token]?.lower === 'presence');
  const present = presence.flatMap((token) => prepositionalSlots(document, token).of ?? []);
  const beside = behindPlace(document, predication);
  const told = toldThat(document, predication);
  if (below.length + present.length + beside.length + told.length === 0) return predication;
  const added = [
    ...below.map(({ i }) => withNested(document, i)),
    ...beside,
    { presence: present, object: told },
  ];
  const names = new Set(added.flatMap((inner) => Object.keys(inner)));
  const wider: Record<string, readonly number[]> = { ...slots };
  for (const name of names) {
    wider[name] = [...new Set([...(slots[name] ?? []), ...added.flatMap((inner) => inner[name] ?? [])])];
  }
  return { ...predication, slots: wider };
}

/** 'met the rebels' second-in-command', which the tokeniser cut at its hyphens and the tree takes for a phrase: its last part is met. */
function withTitles(document: AnnotatedDocument, predication: Predication): Predication | undefined {
  const { kind, slots } = predication;
  if (kind !== 'verb' || (slots.object ?? []).length > 0) return undefined;
  const title = slots.in?.find((token) => {
    const preposition = child(document, token, 'case');
    return preposition !== undefined && document.tokens[preposition.i - 1]?.text === '-';
  });
  if (title === undefined) return undefined;
  const inside = slots.in?.filter((token) => token !== title) ?? [];
  return { ...predication, slots: { ...slots, object: [title], in: inside } };
}

/** 'The hearing is on Monday before Justice Aburili': the phrases of what is said of a noun are its own. */
function withPredicate(
  document: AnnotatedDocument,
  { kind, trigger, slots, ...rest }: Predication,
): Predication | undefined {
  const noun = document.tokens[trigger];
  if (kind === 'verb' || noun?.deprel !== 'nsubj') return undefined;
  const predicate = headOf(document, trigger);
  if (
    predicate === undefined ||
    predicate.upos === 'VERB' ||
    child(document, predicate.i, 'cop') === undefined
  )
    return undefined;
  const preposition = child(document, predicate.i, 'case')?.lower;
  const own = preposition === undefined ? {} : { [preposition]: [predicate.i] };
  return {
    ...rest,
    kind,
    trigger,
    slots: { ...prepositionalSlots(document, predicate.i), ...own, ...slots },
  };
}

/** 'shook his hand': whose it is. */
function handOf(document: AnnotatedDocument, { lemma, slots }: Predication): number | undefined {
  if (lemma !== 'shake' || (slots.with ?? []).length > 0) return undefined;
  const hand = slots.object?.find((token) => document.tokens[token]?.lemma === 'hand');
  return hand === undefined ? undefined : child(document, hand, 'nmod:poss')?.i;
}

/** 'spent an hour before the committee explaining …', where the tree takes 'before' to open a clause: the noun between. */
function beforeWhom(document: AnnotatedDocument, openers: readonly number[]): number[] {
  return openers.flatMap((verb) => {
    if (document.tokens[verb]?.xpos !== 'VBG') return [];
    const before = document.tokens.slice(Math.max(0, verb - widestBody), verb);
    const from = before.findLastIndex(({ lower }) => lower === 'before');
    const noun = before.at(-1);
    return from >= 0 && noun !== undefined && /^(?:NOUN|PROPN)$/.test(noun.upos) ? [noun.i] : [];
  });
}

/** How many words the name of a body may have with what stands before it. */
const widestBody = 7;

/** 'her counterpart from Minsk, Viktar Hrynkevich': the name that the tree hangs on the place; undefined where nobody is called so. */
function withCounterparts(document: AnnotatedDocument, slots: Slots): Slots | undefined {
  const nameOf = (token: number): number | undefined => {
    if (!/^(?:counterpart|colleague|opposite|homologue)$/.test(document.tokens[token]?.lemma ?? ''))
      return undefined;
    if (children(document, token, 'appos').length > 0) return undefined;
    return children(document, token, 'nmod')
      .flatMap(({ i }) => children(document, i, 'appos'))
      .find(({ upos }) => upos === 'PROPN')?.i;
  };
  const entries = Object.entries(slots);
  if (!entries.some(([, tokens]) => tokens.some((token) => nameOf(token) !== undefined))) return undefined;
  return Object.fromEntries(
    entries.map(([name, tokens]) => [name, tokens.map((token) => nameOf(token) ?? token)]),
  );
}

/** 'a trip by the deputy minister, Viktor Grinkevich': the name that the tree hangs on the noun. */
function apposedDoers(document: AnnotatedDocument, { kind, trigger, slots }: Predication): number[] {
  const { by = [] } = slots;
  const last = by.at(-1);
  if (kind === 'verb' || last === undefined || document.tokens[last]?.upos !== 'NOUN') return [];
  const names = children(document, trigger, 'appos').filter(
    ({ i, upos }) => upos === 'PROPN' && i > last && i - last < 3,
  );
  const added = names.map(({ i }) => i).filter((name) => !by.includes(name));
  return added.length > 0 ? [...by.slice(0, -1), ...added] : [];
}

/** 'According to Tekinaiti, the fisheries minister, Ruateki Ioane, met …': where the tree joins the subject to the source. */
function behindSource(document: AnnotatedDocument, { kind, trigger, slots }: Predication): readonly number[] {
  const [source, ...others] = slots['according-to'] ?? [];
  if (kind !== 'verb' || source === undefined || (slots.subject ?? []).length > 0) return [];
  if (document.tokens[source + 1]?.text !== ',') return [];
  const joined = others.filter((token) => token > source && token < trigger);
  const offices = children(document, source, 'appos').filter(
    ({ i, upos }) => upos === 'NOUN' && i < trigger && children(document, i, 'appos').length > 0,
  );
  return joined.length > 0 ? joined : offices.map(({ i }) => i);
}

/** 'The two stayed in villas and did not meet, according to the envoy': whoever the account is by is not the one who meets. */
function subjectAbove(document: AnnotatedDocument, { kind, trigger, slots }: Predication): readonly number[] {
  const [account] = slots['according-to'] ?? [];
  const { subject = [] } = slots;
  if (kind !== 'verb' || account === undefined || subject.length === 0) return [];
  const source = new Set(subtree(document, account));
  const governor = headOf(document, trigger);
  const isSource = (token: number): boolean => token > trigger || source.has(token);
  if (governor?.upos !== 'VERB' || !subject.every(isSource)) return [];
  const above = argumentsOf(document, governor.i).slots.subject ?? [];
  return above.every(isSource) ? [] : above;
}

/**
 * Whom an infinitive hung on a noun without a doer is told of: 'became the first leader to visit Cuba', 'Anna Berg, the only minister
 * to meet him', 'announced plans to meet', 'his decision to visit'.
 */
function whoseInfinitive(
  document: AnnotatedDocument,
  { kind, trigger, slots }: Predication,
): readonly number[] {
  const noun = headOf(document, trigger);
  if (kind !== 'verb' || (slots.subject ?? []).length > 0 || noun?.upos !== 'NOUN') return [];
  if (document.tokens[trigger]?.deprel !== 'acl' || child(document, trigger, 'mark')?.lower !== 'to')
    return [];
  const above = headOf(document, noun.i);
  const doers = above?.upos === 'VERB' ? (argumentsOf(document, above.i).slots.subject ?? []) : [];
  if (intents.test(noun.lemma)) {
    const owner = child(document, noun.i, 'nmod:poss');
    if (owner !== undefined) return [owner.i];
    return noun.deprel === 'obj' ? doers : [];
  }
  if (!children(document, noun.i).some(({ lower }) => oneOfAll.test(lower))) return [];
  if (noun.deprel === 'appos' && above !== undefined) return [above.i];
  const subject = child(document, noun.i, 'cop') === undefined ? undefined : child(document, noun.i, 'nsubj');
  if (subject !== undefined) return [subject.i];
  return above?.lemma === 'become' ? doers : [];
}

/** What somebody means to do. */
const intents =
  /^(?:plan|decision|intention|offer|promise|pledge|refusal|bid|willingness|readiness|attempt|wish|desire)$/;
const oneOfAll = /^(?:first|second|third|last|latest|only|highest)$/;

/** 'a meeting in Hanoi with Kim', where the tree hangs the counterpart on the place; a place with which none is told. */
function behindPlace(document: AnnotatedDocument, { slots, trigger }: Predication): Slots[] {
  if ((slots.with ?? []).length + (slots.between ?? []).length > 0) return [];
  return [...(slots.in ?? []), ...(slots.at ?? [])]
    .filter((place) => place > trigger)
    .map((place) => prepositionalSlots(document, place))
    .flatMap(({ with: company = [], between = [] }) =>
      company.length + between.length === 0 ? [] : [{ with: company, between }],
    );
}

/** 'told MSPs the inquiry had asked …': the one spoken to, where the tree gives them to the verb of what was said. */
function toldThat(document: AnnotatedDocument, { trigger, lemma, slots }: Predication): number[] {
  if (lemma !== 'tell' || (slots.object ?? []).length > 0) return [];
  return children(document, trigger, 'ccomp').flatMap(({ i }) =>
    children(document, i, 'iobj').flatMap((spoken) => (spoken.i < i ? [spoken.i] : [])),
  );
}

function isMeasure({ deprel, lower }: Token): boolean {
  return /^(?:obl|obj|advmod|nmod)/.test(deprel) && (measures.test(lower) || isTime(lower));
}

const { units, dayParts, weekdays, months } = vocabulary;

/** 'for two hours with', 'on Monday evening between': a time that took the counterpart along. */
export function isTime(word: string): boolean {
  return (
    units.has(word) ||
    dayParts.includes(word) ||
    weekdays.has(word) ||
    months.has(word) ||
    /^(?:(?:hour|minute)s?|\d{1,4}(?:st|nd|rd|th)?)$/.test(word)
  );
}

/** The phrases of a word and of the words of its own kind below: 'face to face with' hangs on the second. */
function withNested(document: AnnotatedDocument, token: number): Slots {
  const inner = children(document, token).filter(isMeasure);
  return Object.assign(
    {},
    ...inner.map(({ i }) => prepositionalSlots(document, i)),
    prepositionalSlots(document, token),
  ) as Slots;
}
