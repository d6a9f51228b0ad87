import { child, children, headOf } from '@dragoman/nlp';
import { coordinated } from '../roles/coordination.ts';
import type { Predication } from '../roles/predication.ts';
import { amountOf } from './amounts.ts';
import { patternsByTrigger, type RelationPattern } from './lexicon.ts';
import { namedBy, nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Relations that verbs and nouns tell by the patterns of the lexicon. */
export function patternRelations(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  const byTrigger = patternsByTrigger(sources.lexicon);
  return tokens.flatMap((token) => {
    if (token.upos !== 'VERB' && token.upos !== 'NOUN') return [];
    const patterns = byTrigger.get(`${token.upos.toLowerCase()}:${token.lemma.toLowerCase()}`);
    if (patterns === undefined) return [];
    const predication = sources.roles.at(token.i);
    if (/^(conditional|possible|required|cancelled)$/.test(predication.modality)) return [];
    for (const pattern of patterns) {
      const found = relationsOf(sources, pattern, predication);
      if (found.length > 0) return found;
    }
    return [];
  });
}

function relationsOf(
  sources: RelationSources,
  pattern: RelationPattern,
  predication: Predication,
): FoundRelation[] {
  if (pattern.ended === true && predication.modality !== 'actual') return [];
  if (pattern.particle !== undefined && predication.particle !== pattern.particle) return [];
  const amount = amountOf(sources, pattern, predication);
  if ((pattern.object === 'money' || pattern.with === 'money') && amount === undefined) return [];
  if (Array.isArray(pattern.object) && !hasLemma(sources, thingsOf(predication), pattern.object)) return [];
  if (pattern.withPhrase !== undefined && !hasLemma(sources, predication.slots.with, pattern.withPhrase))
    return [];
  const loose = pattern.type === 'FUNDS' || pattern.type === 'ARMS';
  const from = endsOf(sources, predication, pattern.from, loose ? 'actor' : 'named');
  const whole = pattern.type === 'BASED_IN' ? 'place' : loose ? 'actor' : 'named';
  const to = endsOf(sources, predication, pattern.to, whole);
  const denied = predication.negated || predication.modality === 'denied' || pattern.ended === true;
  return from.flatMap((a) =>
    to
      .filter((b) => a !== b && fits(sources, pattern, a, b))
      .map((b): FoundRelation => ({
        type: pattern.type,
        from: a,
        to: b,
        trigger: predication.trigger,
        rule: `relations.${pattern.type.toLowerCase()}.${predication.lemma}`,
        confidence: 0.7,
        denied,
        amount: amount ?? null,
      })),
  );
}

/** What a verb is done to; what a noun is of or about: 'the sale of jets', 'weapons shipments'. */
function thingsOf({ kind, slots }: Predication): readonly number[] {
  return kind === 'verb' ? (slots['object'] ?? []) : [...(slots['of'] ?? []), ...(slots['modifier'] ?? [])];
}

/** The entities of the first slot that names any. 'apposed' is the name that a noun stands beside. */
function endsOf(
  sources: RelationSources,
  predication: Predication,
  slots: readonly string[],
  kind: 'actor' | 'named' | 'place',
): string[] {
  for (const slot of slots) {
    const tokens = fillersOf(sources, predication, slot);
    const found =
      kind === 'place'
        ? tokens.flatMap((token) => sources.actors.place(token)?.id ?? [])
        : sources.actors.actors(
            kind === 'named' ? tokens.filter((token) => isNamed(sources, token)) : tokens,
          );
    if (found.length > 0) return found;
  }
  return [];
}

/** Does a token name an actor itself, or as a noun that means the body beside it ('the Syrian government')? */
function isNamed(sources: RelationSources, token: number): boolean {
  return (
    sources.actors.named([token]).length > 0 ||
    sources.lexicon.bodies.has(sources.context.document.tokens[token]?.lower ?? '')
  );
}

function fillersOf(sources: RelationSources, predication: Predication, slot: string): readonly number[] {
  if (slot === 'apposed') return apposed(sources, predication.trigger);
  if (slot === 'stateBefore') return stateBefore(sources, predication.trigger);
  if (slot === 'subject') {
    const accused = accusedOf(sources, predication) ?? relativeSubject(sources, predication);
    if (accused !== undefined) return accused;
  }
  const filled = predication.slots[slot] ?? [];
  if (filled.length > 0) return filled;
  if (slot === 'object') return relativeObject(sources, predication);
  return predication.kind === 'verb'
    ? onObject(sources, predication, slot)
    : rightAfter(sources, predication.trigger, slot);
}

/** 'owns a stake in Y', 'gave a grant to Y': a phrase that the parser hung on the object. */
function onObject(sources: RelationSources, predication: Predication, slot: string): readonly number[] {
  if (/^(subject|indirect|possessive|modifier)$/.test(slot)) return [];
  const { tokens } = sources.context.document;
  return (predication.slots['object'] ?? [])
    .filter((token) => tokens[token]?.upos === 'NOUN' || tokens[token]?.upos === 'SYM')
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

/** 'the militia that Eritrea says is paid and armed by Ethiopia': a passive under a verb of saying in a relative clause. */
function relativeObject(sources: RelationSources, { trigger }: Predication): number[] {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  const first = token?.deprel === 'conj' ? headOf(document, trigger) : token;
  const saying = first?.deprel === 'ccomp' ? headOf(document, first.i) : undefined;
  if (token?.xpos !== 'VBN' || saying === undefined || !saying.deprel.startsWith('acl')) return [];
  return saying.head < 0 ? [] : [saying.head];
}

/** 'people it says are arming the rebels': in a clause of saying on a noun, a verb without a subject of its own has the noun. */
function relativeSubject(sources: RelationSources, { trigger }: Predication): number[] | undefined {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  const first = token?.deprel === 'conj' ? headOf(document, trigger) : token;
  const saying = first?.deprel === 'ccomp' ? headOf(document, first.i) : undefined;
  if (first === undefined || saying?.deprel !== 'acl:relcl' || saying.head < 0) return undefined;
  return first.xpos !== 'VBN' && child(document, first.i, 'nsubj') === undefined ? [saying.head] : undefined;
}

/** The name right behind a noun and its preposition, where the parser hung it elsewhere: 'the arm of Padma Loom Holdings'. */
function rightAfter(sources: RelationSources, trigger: number, preposition: string): number[] {
  const { tokens } = sources.context.document;
  if (tokens[trigger + 1]?.lower !== preposition) return [];
  const first = tokens[trigger + 2]?.upos === 'DET' ? trigger + 3 : trigger + 2;
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

/** The names that stand beside a noun as the same thing, joined ones apart: 'his allies, X and Y'. */
function apposed(sources: RelationSources, trigger: number): number[] {
  const { document } = sources.context;
  const noun = document.tokens[trigger];
  return noun === undefined ? [] : namedBy(sources, noun).flatMap(({ i }) => coordinated(document, i));
}

function fits(sources: RelationSources, pattern: RelationPattern, from: string, to: string): boolean {
  const a = sources.table.byId(from);
  const b = sources.table.byId(to);
  if (a === undefined || b === undefined) return false;
  if (pattern.same === true && a.kind !== b.kind) return false;
  if (pattern.fromKinds !== undefined && !pattern.fromKinds.includes(a.kind)) return false;
  if (pattern.type === 'MEMBER_OF' && b.kind !== 'group') return false;
  if (pattern.type === 'PART_OF' && (a.kind === 'person' || b.kind === 'person')) return false;
  if (pattern.type === 'OWNS' && b.kind === 'person') return false;
  return pattern.toKinds === undefined || pattern.toKinds.includes(b.groupKind ?? b.placeKind ?? b.kind);
}

function hasLemma(
  sources: RelationSources,
  tokens: readonly number[] | undefined,
  lemmas: readonly string[],
): boolean {
  return (
    tokens?.some((token) =>
      lemmas.includes(sources.context.document.tokens[token]?.lemma.toLowerCase() ?? ''),
    ) === true
  );
}

/** Is the noun said with 'no' or 'not'? */
export function isNegated(sources: RelationSources, token: number): boolean {
  return child(sources.context.document, token, 'det')?.lower === 'no' || sources.roles.at(token).negated;
}
