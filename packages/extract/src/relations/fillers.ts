import { child, children, headOf } from '@dragoman/nlp';
import { coordinated } from '../roles/coordination.ts';
import type { Predication } from '../roles/predication.ts';
import { namedBy, nameUpTo } from './phrases.ts';
import type { RelationSources } from './source.ts';

/**
 * The tokens that fill a slot of a pattern. `apposed` is the name that a noun stands beside, `stateBefore` a state right before the
 * comma; the other slots are those of the predication, or what the parser hung elsewhere.
 */
export function fillersOf(
  sources: RelationSources,
  predication: Predication,
  slot: string,
): readonly number[] {
  if (slot === 'apposed') return apposed(sources, predication.trigger);
  if (slot === 'modified') return modified(sources, predication.trigger);
  if (slot === 'stateBefore') return stateBefore(sources, predication.trigger);
  if (slot === 'subject') {
    const accused =
      accusedOf(sources, predication) ??
      relativeSubject(sources, predication) ??
      nomineeOf(sources, predication) ??
      contractorOf(sources, predication);
    if (accused !== undefined) return accused;
  }
  if (slot === 'for' && isStranded(sources, predication)) return [];
  const filled = predication.slots[slot] ?? [];
  if (slot === 'subject' && filled.length > 0) {
    const above = relativeHead(sources, predication, filled);
    return above ?? [...filled, ...personAbove(sources, predication)];
  }
  if (filled.length > 0) return filled;
  if (slot === 'object') return relativeObject(sources, predication);
  if (slot === 'subject')
    return predication.kind === 'verb'
      ? sharedAgent(sources, predication)
      : subjectOfPart(sources, predication);
  if (/^(subject|indirect|possessive|modifier)$/.test(slot)) return [];
  if (slot === 'infinitive') return helped(sources, predication);
  const inside = onThings(sources, predication, slot);
  if (inside.length > 0) return inside;
  if (/^(from|to|behind|into)$/.test(slot) && predication.kind === 'verb') {
    const giver = thingsOf(sources, predication).flatMap((thing) => inPhrase(sources, thing, slot));
    if (giver.length > 0) return giver;
  }
  const next = rightAfter(sources, predication.trigger, slot);
  return next.length > 0 || predication.kind === 'verb' ? next : inPhrase(sources, predication.trigger, slot);
}

/** 'paid for mostly by Australia': a preposition of the verb with nothing behind it but who does it. */
function isStranded(sources: RelationSources, { trigger }: Predication): boolean {
  const { tokens } = sources.context.document;
  const by = tokens[trigger + 2]?.upos === 'ADV' ? trigger + 3 : trigger + 2;
  return tokens[trigger + 1]?.lower === 'for' && tokens[by]?.lower === 'by';
}

/** 'paid 9 million euros to refit the navy's boats', 'pledged aid to help Armenia buy gas': what the purpose is done to or for. */
function helped(sources: RelationSources, { trigger }: Predication): number[] {
  const { document } = sources.context;
  const things = children(document, trigger).filter(({ deprel }) => /^(obj|obl)/.test(deprel));
  return [trigger, ...things.map(({ i }) => i)]
    .flatMap((token) => children(document, token))
    .filter(
      ({ deprel, upos, i }) =>
        /^(xcomp|advcl|acl)/.test(deprel) &&
        upos === 'VERB' &&
        children(document, i).some(({ deprel: relation, lower }) => relation === 'mark' && lower === 'to'),
    )
    .flatMap(({ i }) => [...(sources.roles.at(i).slots['object'] ?? []), ...subjectsBelow(sources, i)]);
}

/** 'Armenia' in 'help Armenia buy gas'. */
const subjectsBelow = (sources: RelationSources, verb: number): number[] =>
  children(sources.context.document, verb)
    .filter(({ deprel }) => /^(ccomp|xcomp)/.test(deprel))
    .flatMap(({ i }) => children(sources.context.document, i, 'nsubj').map((subject) => subject.i));

/** How far behind a noun the phrases that belong to it may stand. */
const longestNounPhrase = 10;

/** 'payments of $11 million by X to Y': a name behind a preposition further on, with no verb between. */
function inPhrase(sources: RelationSources, noun: number, preposition: string): number[] {
  const { tokens } = sources.context.document;
  for (let at = noun + 1; at <= noun + longestNounPhrase; at++) {
    const token = tokens[at];
    if (token === undefined || /^(VERB|AUX|PUNCT)$/.test(token.upos)) return [];
    if (token.lower === preposition) return rightAfter(sources, at - 1, preposition);
  }
  return [];
}

/** What a verb is done to, with an amount that the parser took for no object; what a noun is of or about: 'the sale of jets'. */
export function thingsOf(sources: RelationSources, { kind, slots, trigger }: Predication): readonly number[] {
  if (kind !== 'verb') return [...(slots['of'] ?? []), ...(slots['modifier'] ?? [])];
  const amounts = children(sources.context.document, trigger).filter(
    ({ deprel, upos }) => deprel.startsWith('obl') && (upos === 'SYM' || upos === 'NUM'),
  );
  return [...(slots['object'] ?? []), ...amounts.map(({ i }) => i)];
}

/** 'owns a stake in Y', 'gave a grant to Y', 'took millions in bribes from Y', 'works as a driver for Y': a phrase that the parser hung on what it is about. */
function onThings(sources: RelationSources, predication: Predication, slot: string): readonly number[] {
  const { tokens } = sources.context.document;
  const kindOf =
    predication.kind === 'verb'
      ? [...(predication.slots['in'] ?? []), ...(predication.slots['as'] ?? [])]
      : [];
  return [...thingsOf(sources, predication), ...kindOf]
    .filter((token) => /^(NOUN|SYM|NUM)$/.test(tokens[token]?.upos ?? ''))
    .flatMap((token) => sources.roles.at(token).slots[slot] ?? []);
}

/** 'accused Ethiopia of arming the rebels': who is said to do it is the object of the accusation. */
function accusedOf(sources: RelationSources, { trigger }: Predication): readonly number[] | undefined {
  const { document } = sources.context;
  const accusation = headOf(document, trigger);
  if (accusation === undefined || !sources.lexicon.accusing.has(accusation.lemma)) return undefined;
  const marked = children(document, trigger).some(
    (part) => /^(mark|case)$/.test(part.deprel) && /^(of|for|with)$/.test(part.lower),
  );
  return marked ? sources.roles.at(accusation.i).slots['object'] : undefined;
}

/** "Garland is Obama's nominee to replace Scalia": an infinitive on a noun for a person is done by whom the noun calls. */
function nomineeOf(sources: RelationSources, { trigger }: Predication): number[] | undefined {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  const noun = token?.deprel === 'acl' && token.xpos === 'VB' ? headOf(document, trigger) : undefined;
  if (
    noun === undefined ||
    !/^(nominee|pick|choice|candidate|appointee|successor|favourite|favorite)$/.test(noun.lemma)
  )
    return undefined;
  return [...(sources.roles.at(noun.i).slots['subject'] ?? []), ...namedBy(sources, noun).map(({ i }) => i)];
}

/** 'won a contract to supply Poland': who gets the contract is who does it. */
function contractorOf(sources: RelationSources, { trigger }: Predication): readonly number[] | undefined {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  const noun =
    token?.deprel.startsWith('acl') === true && token.xpos === 'VB' ? headOf(document, trigger) : undefined;
  if (noun === undefined || !/^(contract|deal|order|tender|concession|licence|license)$/.test(noun.lemma))
    return undefined;
  const verb = headOf(document, noun.i);
  return verb?.upos === 'VERB' && /^(win|sign|get|secure|land|hold|have|receive|bag|clinch)$/.test(verb.lemma)
    ? sources.roles.at(verb.i).slots['subject']
    : undefined;
}

/** 'the Union, which last year paid …': what the clause hangs on, where the parser took the time for the subject. */
function relativeHead(
  sources: RelationSources,
  { trigger }: Predication,
  subjects: readonly number[],
): number[] | undefined {
  const { tokens } = sources.context.document;
  const token = tokens[trigger];
  const isTime = subjects.every((subject) =>
    /^(year|month|week|day|decade|summer|winter|spring|autumn|fall)$/.test(tokens[subject]?.lemma ?? ''),
  );
  return isTime && token?.deprel === 'acl:relcl' ? [token.head] : undefined;
}

/** 'X, a fellow at the institute who ran the agency': 'who' is the person above where the parser took a body for it. */
function personAbove(sources: RelationSources, { trigger }: Predication): number[] {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  if (
    token?.deprel !== 'acl:relcl' ||
    !children(document, trigger, 'nsubj').some(({ lower }) => lower === 'who')
  )
    return [];
  const body = sources.table.actorAt(token.head);
  let above = headOf(document, token.head);
  for (let depth = 0; body?.kind === 'group' && above !== undefined && depth < 3; depth++) {
    if (sources.table.actorAt(above.i)?.kind === 'person') return [above.i];
    above = headOf(document, above.i);
  }
  return [];
}

/** The noun above 'it says' for a verb in its relative clause, and whether the verb is a participle: 'people it says are arming …'. */
function saidOfNoun(
  sources: RelationSources,
  trigger: number,
): { noun: number; passive: boolean; subject: boolean } | undefined {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  const first = token?.deprel === 'conj' ? headOf(document, trigger) : token;
  const saying = first?.deprel === 'ccomp' ? headOf(document, first.i) : undefined;
  if (first === undefined || saying === undefined || saying.head < 0 || !saying.deprel.startsWith('acl'))
    return undefined;
  return {
    noun: saying.head,
    passive: token?.xpos === 'VBN',
    subject: child(document, first.i, 'nsubj') !== undefined,
  };
}

/** 'the militia that Eritrea says is paid and armed by Ethiopia': a passive under a verb of saying in a relative clause. */
function relativeObject(sources: RelationSources, { trigger }: Predication): number[] {
  const said = saidOfNoun(sources, trigger);
  return said?.passive === true ? [said.noun] : [];
}

/** 'paid and armed by Ethiopia': joined participles share their agent, whichever the parser hung it on. */
function sharedAgent(sources: RelationSources, { trigger }: Predication): readonly number[] {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  const joined = [
    token?.deprel === 'conj' ? headOf(document, trigger) : undefined,
    ...children(document, trigger, 'conj'),
  ];
  if (token?.xpos !== 'VBN') return [];
  return joined
    .filter((other) => other?.xpos === 'VBN' || (other?.upos === 'ADJ' && other.lower.endsWith('ed')))
    .flatMap((other) => {
      const { subject, by } = sources.roles.at(other?.i ?? trigger).slots;
      return subject ?? by ?? [];
    });
}

/** 'people it says are arming the rebels': in a clause of saying on a noun, a verb without a subject of its own has the noun. */
function relativeSubject(sources: RelationSources, { trigger }: Predication): number[] | undefined {
  const said = saidOfNoun(sources, trigger);
  return said === undefined || said.passive || said.subject ? undefined : [said.noun];
}

/** 'has been at the forefront of the fight against X', 'is part of the campaign against X': whose part in it is told. */
function subjectOfPart(sources: RelationSources, { trigger }: Predication): readonly number[] {
  const { document } = sources.context;
  const isOf = child(document, trigger, 'case')?.lower === 'of';
  const part = isOf ? headOf(document, trigger) : undefined;
  if (
    part === undefined ||
    !/^(forefront|frontline|front|line|part|heart|centre|center|vanguard)$/.test(part.lemma)
  )
    return [];
  return children(document, part.i, 'nsubj').map(({ i }) => i);
}

/** The name right behind a word and its preposition, where the parser hung it elsewhere: 'withdrew from ECOWAS last year'. */
function rightAfter(sources: RelationSources, trigger: number, preposition: string): number[] {
  const { tokens } = sources.context.document;
  const particle = /^(over|up|off|down)$/.test(tokens[trigger + 1]?.lower ?? '') ? 1 : 0;
  const at = trigger + particle + 1;
  if (tokens[at]?.lower !== preposition) return [];
  const first = tokens[at + 1]?.upos === 'DET' ? at + 2 : at + 1;
  const mention = sources.table.mentionsAt(first).findLast((other) => other.first === first);
  return mention === undefined ? [] : [mention.head];
}

/** 'the foreign minister of France, a permanent member of …': the state named right before the comma. */
function stateBefore(sources: RelationSources, trigger: number): number[] {
  const { tokens } = sources.context.document;
  let at = trigger - 1;
  while (/^(ADJ|DET|NUM|ADV)$/.test(tokens[at]?.upos ?? '')) at--;
  const name = tokens[at]?.text === ',' ? nameUpTo(sources, at - 1) : undefined;
  return name !== undefined && sources.table.actorAt(name.head)?.groupKind === 'state' ? [name.head] : [];
}

/** What an adjective says something of: 'forces loyal to X', 'Iran, which is close to Y' by way of 'which'. */
function modified(sources: RelationSources, trigger: number): number[] {
  const { document } = sources.context;
  const noun = headOf(document, trigger);
  const token = document.tokens[trigger];
  if (token?.deprel === 'conj' && noun?.xpos === 'VBN')
    return [...(sources.roles.at(noun.i).slots['object'] ?? [])];
  return noun !== undefined && token !== undefined && /^(amod|acl)/.test(token.deprel) ? [noun.i] : [];
}

/** The names that stand beside a noun as the same thing, joined ones apart: 'his allies, X and Y'. */
function apposed(sources: RelationSources, trigger: number): number[] {
  const { document } = sources.context;
  const noun = document.tokens[trigger];
  return noun === undefined ? [] : namedBy(sources, noun).flatMap(({ i }) => coordinated(document, i));
}
