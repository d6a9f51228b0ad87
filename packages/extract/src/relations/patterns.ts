import { child, children, headOf, spanText, subtreeSpan, type Token } from '@dragoman/nlp';
import type { Predication } from '../roles/predication.ts';
import { patternsByTrigger, type RelationPattern } from './lexicon.ts';
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
  if (pattern.particle !== undefined && predication.particle !== pattern.particle) return [];
  const amount = amountOf(sources, pattern, predication);
  if ((pattern.object === 'money' || pattern.with === 'money') && amount === undefined) return [];
  if (Array.isArray(pattern.object) && !hasLemma(sources, predication.slots.object, pattern.object))
    return [];
  if (pattern.withPhrase !== undefined && !hasLemma(sources, predication.slots.with, pattern.withPhrase))
    return [];
  const from = endsOf(sources, predication, pattern.from, pattern.type === 'BASED_IN' ? 'actor' : 'actor');
  const to = endsOf(sources, predication, pattern.to, pattern.type === 'BASED_IN' ? 'place' : 'actor');
  const denied = predication.negated || predication.modality === 'denied';
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

/** The entities of the first slot that names any. 'apposed' is the name that a noun stands beside. */
function endsOf(
  sources: RelationSources,
  predication: Predication,
  slots: readonly string[],
  kind: 'actor' | 'place',
): string[] {
  for (const slot of slots) {
    const tokens = fillersOf(sources, predication, slot);
    const found =
      kind === 'place'
        ? tokens.flatMap((token) => sources.actors.place(token)?.id ?? [])
        : sources.actors.actors(tokens);
    if (found.length > 0) return found;
  }
  return [];
}

function fillersOf(sources: RelationSources, predication: Predication, slot: string): readonly number[] {
  if (slot === 'apposed') return apposed(sources, predication.trigger);
  if (slot === 'subject') {
    const accused = accusedOf(sources, predication);
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

/** The name right behind a noun and its preposition, where the parser hung it elsewhere: 'the arm of Padma Loom Holdings'. */
function rightAfter(sources: RelationSources, trigger: number, preposition: string): number[] {
  const { tokens } = sources.context.document;
  if (tokens[trigger + 1]?.lower !== preposition) return [];
  const first = tokens[trigger + 2]?.upos === 'DET' ? trigger + 3 : trigger + 2;
  const mention = sources.table.mentionsAt(first).findLast((other) => other.first === first);
  return mention === undefined ? [] : [mention.head];
}

/** The name a noun is in apposition to, either way round. */
function apposed(sources: RelationSources, trigger: number): number[] {
  const { document } = sources.context;
  const token = document.tokens[trigger];
  const governor = headOf(document, trigger);
  const above = token?.deprel === 'appos' && governor !== undefined ? [governor.i] : [];
  const comma =
    document.tokens[trigger + 1]?.text === ',' && children(document, trigger, 'nmod:poss').length > 0;
  const name = comma ? sources.table.mentionAt(trigger + 2) : undefined;
  const over = name !== undefined && name.first === trigger + 2 ? [name.head] : [];
  return [...over, ...above, ...children(document, trigger, 'appos').map(({ i }) => i)];
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
  return pattern.toKinds === undefined || pattern.toKinds.includes(b.groupKind ?? b.placeKind ?? '');
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

/** The words of an amount beside a verb: '$700 million annually', '240 million taka'. */
function amountOf(
  sources: RelationSources,
  pattern: RelationPattern,
  predication: Predication,
): string | undefined {
  const { document } = sources.context;
  const near =
    pattern.object === 'money'
      ? [...(predication.slots.object ?? [])]
      : children(document, predication.trigger)
          .filter(({ deprel }) => !deprel.startsWith('nsubj'))
          .map(({ i }) => i);
  for (const index of near) {
    const { start, end } = subtreeSpan(document, index, (part) => /^(acl|appos|conj|case)/.test(part.deprel));
    const money = document.tokens
      .slice(start, end)
      .find(
        (token) =>
          sources.lexicon.money.has(token.lower) || sources.lexicon.money.has(token.lemma.toLowerCase()),
      );
    if (money !== undefined) return amountAround(sources, money, end);
  }
  return undefined;
}

function amountAround(sources: RelationSources, money: Token, end: number): string {
  const { document } = sources.context;
  let first = money.i;
  while (first > 0 && isAmountPart(document.tokens[first - 1])) first--;
  let last = money.i;
  while (last + 1 < Math.max(end, money.i + 3) && isAmountPart(document.tokens[last + 1])) last++;
  const rate = document.tokens[last + 1];
  if (rate !== undefined && /^(annually|yearly|monthly|weekly|daily)$/.test(rate.lower)) last++;
  else if (
    /^(a|per|each|every)$/.test(rate?.lower ?? '') &&
    /^(year|month|week|day)$/.test(document.tokens[last + 2]?.lower ?? '')
  )
    last += 2;
  return spanText(document, { start: first, end: last + 1 }).replace(/\s+/g, ' ');
}

function isAmountPart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.upos === 'NUM' ||
      token.upos === 'SYM' ||
      /^(million|billion|trillion|thousand|hundred|us\$?)$/.test(token.lower) ||
      /^[$€£¥]/.test(token.text))
  );
}

/** Is the noun said with 'no' or 'not'? */
export function isNegated(sources: RelationSources, token: number): boolean {
  return child(sources.context.document, token, 'det')?.lower === 'no' || sources.roles.at(token).negated;
}
