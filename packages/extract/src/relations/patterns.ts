import { child, headOf, sentenceOf, type Token } from '@dragoman/nlp';
import type { Predication } from '../roles/predication.ts';
import { amountOf } from './amounts.ts';
import { fillersOf, thingsOf } from './fillers.ts';
import { patternsByTrigger, type RelationPattern } from './lexicon.ts';
import { nameFrom, nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Relations that verbs and nouns tell by the patterns of the lexicon. */
export function patternRelations(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  const byTrigger = patternsByTrigger(sources.lexicon);
  const found: FoundRelation[] = [];
  for (const token of tokens) {
    if (token.upos !== 'VERB' && token.upos !== 'NOUN' && token.upos !== 'ADJ') continue;
    const patterns = byTrigger[token.upos].get(token.lemma.toLowerCase());
    if (patterns === undefined || tokens[token.i + 1]?.lower === 'general') continue;
    if (token.upos === 'VERB' && isField(tokens[token.i + 1])) continue;
    const predication = sources.roles.at(token.i);
    if (!isUnreal(predication)) found.push(...firstRead(sources, patterns, predication));
  }
  return found;
}

/** 'finance chief X', 'fund manager Y': what a post is about, and no verb. */
const isField = (next: Token | undefined): boolean =>
  /^(chief|minister|director|manager|officer|ministry|department|secretary|committee|head|executive)$/.test(
    next?.lower ?? '',
  );

/** Is it not told as something that is? Aid that was stopped flowed before. */
const isUnreal = ({ modality, kind }: Predication): boolean =>
  /^(conditional|possible|required)$/.test(modality) || (modality === 'cancelled' && kind === 'verb');

/**
 * What the first pattern that fits reads; who takes an office over from whom is told beside what the office is of, and what is left
 * beside what is joined: 'defected from X to Y'.
 */
function firstRead(
  sources: RelationSources,
  patterns: readonly RelationPattern[],
  predication: Predication,
): FoundRelation[] {
  for (const [index, pattern] of patterns.entries()) {
    const found = relationsOf(sources, pattern, predication);
    if (found.length === 0) continue;
    const isHandedOver = pattern.type === 'SUCCEEDS';
    const handedOver = patterns
      .slice(index + 1)
      .filter(({ type, ended }) => (type === 'SUCCEEDS') !== isHandedOver || ended !== pattern.ended);
    return [...found, ...handedOver.flatMap((other) => relationsOf(sources, other, predication))];
  }
  return [];
}

function relationsOf(
  sources: RelationSources,
  pattern: RelationPattern,
  predication: Predication,
): FoundRelation[] {
  if (pattern.alone === true) return [];
  if (
    pattern.type === 'LEADS' &&
    pattern.nouns !== undefined &&
    isDeputy.test(wordBefore(sources, predication))
  )
    return [];
  const isGoingOn =
    pattern.ended !== true && predication.modality === 'ongoing' && !isInfinitive(sources, predication);
  if ((pattern.ended === true || pattern.told === true) && !isGoingOn && !isToldAsFact(sources, predication))
    return [];
  if (pattern.particle !== undefined && !hasParticle(sources, predication, pattern.particle)) return [];
  if (pattern.after !== undefined && !pattern.after.includes(wordBefore(sources, predication))) return [];
  const needsAmount = pattern.object === 'money' || pattern.with === 'money';
  const needed = needsAmount ? amountOf(sources, pattern, predication) : undefined;
  if (needsAmount && needed === undefined) return [];
  if (Array.isArray(pattern.object) && !hasLemma(sources, thingsOf(sources, predication), pattern.object))
    return [];
  if (pattern.withPhrase !== undefined && !hasLemma(sources, predication.slots.with, pattern.withPhrase))
    return [];
  if (pattern.inPhrase !== undefined && !hasLemma(sources, predication.slots.in, pattern.inPhrase)) return [];
  if (pattern.without?.some((slot) => hasSlot(sources, predication, slot)) === true) return [];
  const loose = pattern.type === 'FUNDS' || pattern.type === 'ARMS';
  const from = endsOf(sources, predication, pattern.from, loose ? 'actor' : 'named');
  const whole = pattern.type === 'BASED_IN' ? 'place' : loose ? 'actor' : 'named';
  const to = endsOf(sources, predication, pattern.to, whole, pattern.type === 'MEMBER_OF');
  if (pattern.type === 'MEMBER_OF' && isOnlyDoneTo(sources, pattern, predication)) return [];
  if (from.length === 0 || to.length === 0) return [];
  const amount = needed ?? amountOf(sources, pattern, predication) ?? null;
  const isLabel = pattern.nouns !== undefined && standsBesideName(sources, predication.trigger);
  const isDenied = predication.negated || predication.modality === 'denied';
  const denied = (isDenied && !isLabel) || pattern.ended === true;
  return from.flatMap((a) =>
    to
      .filter((b) => !from.includes(b) && fits(sources, pattern, a, b))
      .map((b): FoundRelation => ({
        type: pattern.type,
        from: a,
        to: b,
        trigger: predication.trigger,
        rule: `relations.${pattern.type.toLowerCase()}.${predication.lemma}`,
        confidence: 0.7,
        denied,
        amount,
      })),
  );
}

/** 'dismissed NATO member Estonia': what is said of who is called so denies nothing of the label. */
function standsBesideName(sources: RelationSources, noun: number): boolean {
  return (
    nameFrom(sources, noun + 1) !== undefined && child(sources.context.document, noun, 'cop') === undefined
  );
}

/** 'he joined UAW members': the noun is what a verb is done to, not what its subject is. */
function isOnlyDoneTo(
  sources: RelationSources,
  { nouns }: RelationPattern,
  { kind, verb, trigger }: Predication,
): boolean {
  if (nouns === undefined || kind === 'verb' || verb === null || verb === trigger) return false;
  const governing = sources.context.document.tokens[verb];
  return governing?.upos === 'VERB' && !/^(become|remain|stay|make|include)$/.test(governing.lemma);
}

const wordBefore = (sources: RelationSources, { trigger }: Predication): string =>
  sources.context.document.tokens[trigger - 1]?.lower ?? '';

/** Before the noun for a head: who stands below it leads nothing. */
const isDeputy = /^(vice|deputy|assistant|associate)$/;

/** Does a predication have a slot, or a particle of that name? */
const hasSlot = (sources: RelationSources, predication: Predication, slot: string): boolean =>
  (predication.slots[slot] ?? []).length > 0 || hasParticle(sources, predication, slot);

/** 'took over': by the tree, or right behind the verb. */
function hasParticle(sources: RelationSources, { particle, trigger }: Predication, wanted: string): boolean {
  return particle === wanted || sources.context.document.tokens[trigger + 1]?.lower === wanted;
}

/** Has it happened: a finite verb told as a fact? 'the decision to leave the union' tells no end. */
function isToldAsFact(sources: RelationSources, predication: Predication): boolean {
  return predication.modality === 'actual' && !isInfinitive(sources, predication);
}

const isInfinitive = (sources: RelationSources, { trigger }: Predication): boolean =>
  sources.context.document.tokens[trigger]?.xpos === 'VB';

/** The entities of the first slot that names any. 'apposed' is the name that a noun stands beside. */
function endsOf(
  sources: RelationSources,
  predication: Predication,
  slots: readonly string[],
  kind: 'actor' | 'named' | 'place',
  single = false,
): string[] {
  for (const slot of slots) {
    const tokens = fillersOf(sources, predication, slot)
      .filter((token) => slot !== 'modifier' || !isPartyAdjective(sources, token))
      .filter((token) => kind !== 'actor' || !meansOther(sources, token))
      .flatMap((token) => measured(sources, token))
      .filter((token) => !single || !isPeople(sources, token));
    const found =
      kind === 'place'
        ? tokens.flatMap((token) => sources.actors.place(token)?.id ?? [])
        : tokens
            .filter((token) => kind === 'actor' || isNamed(sources, token))
            .flatMap((token) => actorsAt(sources, token));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/** 'opponents of the president', 'the parliament attack', 'survivors of the Sudan floods': what or who is not the one that stands beside. */
const meansOther = (sources: RelationSources, token: number): boolean =>
  /^(opponent|critic|rival|enemy|foe|adversary|attack|raid|bombing|assault|victim|survivor|outbreak|scare|crisis)$/.test(
    sources.context.document.tokens[token]?.lemma.toLowerCase() ?? '',
  );

/** 'Democratic rival X': of what party somebody is, not whose rival. */
function isPartyAdjective(sources: RelationSources, token: number): boolean {
  const isParty = sources.table.actorAt(token)?.groupKind === 'party';
  return isParty && sources.context.document.tokens[token]?.upos === 'ADJ';
}

/** Who a token names, 'the Italian maker Gru Adriatica' by the name beside it; else whom its noun stands for. */
function actorsAt(sources: RelationSources, token: number): string[] {
  const named = sources.actors.named([token]);
  if (named.length > 0) return named;
  const around = nameAround(sources, token);
  if (around !== undefined) return [around];
  const next =
    nameBehind(sources, token) ??
    nameOverComma(sources, token) ??
    nameApposed(sources, token) ??
    governmentHere(sources, token);
  return next === undefined ? sources.actors.actors([token]) : [next];
}

/** The person or body whose whole name a token is a part of, whichever of its words heads the parse: 'Rio Grande Hardwoods'. */
function nameAround(sources: RelationSources, token: number): string | undefined {
  const name = sources.table.mentionsAt(token).findLast(({ form }) => form === 'name');
  const entity = name === undefined || name.first === name.last ? undefined : sources.table.byId(name.entity);
  return entity === undefined || entity.kind === 'place' ? undefined : entity.id;
}

/** 'the Italian crane maker Gru Adriatica': the name right behind a noun. */
function nameBehind(sources: RelationSources, token: number): string | undefined {
  if (sources.context.document.tokens[token]?.upos !== 'NOUN') return undefined;
  const name = nameFrom(sources, token + 1);
  return name === undefined ? undefined : sources.table.actorAt(name.head)?.id;
}

/** 'financier Derek Oyelaran': a noun right before the name of a person whom it calls. */
function isTitleOf(sources: RelationSources, token: number): boolean {
  const name = nameBehind(sources, token);
  return name !== undefined && sources.table.byId(name)?.kind === 'person';
}

/** 'China and Russia support the government' beside 'Sudan': the one land that the sentence names as a place. */
function governmentHere(sources: RelationSources, token: number): string | undefined {
  const { document } = sources.context;
  const noun = document.tokens[token];
  if (noun === undefined || !/^(government|regime)$/.test(noun.lower)) return undefined;
  if (document.tokens[token - 1]?.lower !== 'the' || sources.actors.actors([token]).length > 0)
    return undefined;
  const { first, last } = sentenceOf(document, token);
  const lands = sources.table.mentions.flatMap((mention) => {
    const place = sources.table.byId(mention.entity);
    const isHere = mention.first >= first && mention.last <= last && mention.form === 'name';
    return isHere && place?.placeKind === 'country' ? (sources.table.counterpart(place.id)?.id ?? []) : [];
  });
  const [land, other] = new Set(lands);
  return other === undefined ? land : undefined;
}

/** How many words may stand between a noun and the comma before the name it calls: 'a former governor of the province,'. */
const longestComplement = 6;

/**
 * 'owned by a former governor of the province, X', 'by his brother-in-law, Y', 'from a logging firm, Z': the person or firm named over the comma
 * behind a noun, whatever the tree.
 */
function nameApposed(sources: RelationSources, token: number): string | undefined {
  const { tokens } = sources.context.document;
  if (tokens[token]?.upos !== 'NOUN' || tokens[token]?.xpos === 'NNS') return undefined;
  for (let at = token + 1; at <= token + longestComplement; at++) {
    const word = tokens[at];
    if (word === undefined || word.sentence !== tokens[token]?.sentence) return undefined;
    if (word.text === ',') {
      const name =
        nameFrom(sources, at + 1) ??
        (tokens[at + 1]?.upos === 'PROPN' ? nameFrom(sources, at + 2) : undefined);
      const entity = sources.table.byId(name?.entity ?? '');
      const isFirm = sources.lexicon.firms.has(tokens[token]?.lower ?? '') && entity?.kind === 'group';
      return entity?.kind === 'person' || isFirm ? entity?.id : undefined;
    }
    if (!/^(ADP|DET|ADJ|NOUN)$/.test(word.upos) && word.text !== '-') return undefined;
  }
  return undefined;
}

/** How many words of a description may stand between a comma and its noun. */
const longestDescription = 5;

/** 'the Collective, a migrants' association led by X': the name before the comma before a noun with 'a' or 'the', whatever the tree. */
function nameOverComma(sources: RelationSources, token: number): string | undefined {
  const { tokens } = sources.context.document;
  if (tokens[token]?.upos !== 'NOUN') return undefined;
  for (let at = token - 1; at >= token - longestDescription; at--) {
    const word = tokens[at];
    if (word?.upos === 'DET') {
      const name = tokens[at - 1]?.text === ',' ? nameUpTo(sources, at - 2) : undefined;
      return name?.form === 'name' ? sources.table.actorAt(name.head)?.id : undefined;
    }
    if (word === undefined || !/^(ADJ|NOUN|PART)$/.test(word.upos)) return undefined;
  }
  return undefined;
}

/** 'joined UAW members': a plural noun for people of a body is not the body. */
function isPeople(sources: RelationSources, token: number): boolean {
  return (
    sources.context.document.tokens[token]?.xpos === 'NNS' &&
    sources.table.mentionHeadedBy(token)?.form !== 'name'
  );
}

/** '31 percent of the shares of Nistru Grid', 'the board of Gazprom', 'X is 40 percent owned': what a share or board is of. */
function measured(sources: RelationSources, token: number, depth = 0): readonly number[] {
  const lemma = sources.context.document.tokens[token]?.lemma.toLowerCase() ?? '';
  if (
    depth > 2 ||
    !/^(percent|cent|%|share|stake|half|third|quarter|fifth|tenth|majority|bulk|rest|most|part|board)$/.test(
      lemma,
    )
  )
    return [token];
  const { of = [], in: within = [], possessive = [], subject = [] } = sources.roles.at(token).slots;
  if (of.length === 0 && subject.length > 0 && child(sources.context.document, token, 'cop') !== undefined)
    return subject;
  if (of.length === 0 && /^(share|stake)$/.test(lemma) && possessive.length > 0) return possessive;
  if (of.length === 0 && lemma === 'stake' && within.length > 0) return within;
  return of.length === 0
    ? [token]
    : of.flatMap((part) => measured(sources, ofWhich(sources, part), depth + 1));
}

/** 'the company, 40 percent of which is owned by X': what 'which' stands for. */
function ofWhich(sources: RelationSources, token: number): number {
  const { document } = sources.context;
  if (!/^(which|whom)$/.test(document.tokens[token]?.lower ?? '')) return token;
  let above = headOf(document, token);
  for (let depth = 0; above !== undefined && depth < 4; depth++) {
    if (/^(acl|appos)/.test(above.deprel) && above.head >= 0) return above.head;
    above = headOf(document, above.i);
  }
  return token;
}

/** Does a token name an actor itself, or as a noun that means the body beside it ('the Syrian government')? */
function isNamed(sources: RelationSources, token: number): boolean {
  return (
    sources.actors.named([token]).length > 0 ||
    nameAround(sources, token) !== undefined ||
    nameOverComma(sources, token) !== undefined ||
    isTitleOf(sources, token) ||
    nameApposed(sources, token) !== undefined ||
    sources.lexicon.bodies.has(sources.context.document.tokens[token]?.lower ?? '')
  );
}

/** Do the kinds of two ends suit a pattern? */
export function fits(sources: RelationSources, pattern: RelationPattern, from: string, to: string): boolean {
  const a = sources.table.byId(from);
  const b = sources.table.byId(to);
  if (a === undefined || b === undefined) return false;
  if (pattern.same === true && a.kind !== b.kind) return false;
  if (pattern.fromKinds?.some((kind) => kind === a.kind || kind === a.groupKind) === false) return false;
  if (pattern.type === 'MEMBER_OF' && b.kind !== 'group') return false;
  if (pattern.type === 'PART_OF' && (a.kind === 'person' || b.kind === 'person' || a.groupKind === 'state'))
    return false;
  if (pattern.type === 'OWNS' && b.kind === 'person') return false;
  return pattern.toKinds === undefined || pattern.toKinds.includes(b.groupKind ?? b.placeKind ?? b.kind);
}

/** 'its insurance arm': a part of a body, where weapons are always several. */
const isBranch = ({ lemma, xpos }: Token): boolean => lemma.toLowerCase() === 'arm' && xpos === 'NN';

function hasLemma(
  sources: RelationSources,
  tokens: readonly number[] | undefined,
  lemmas: readonly string[],
): boolean {
  return (
    tokens?.some((at) => {
      const token = sources.context.document.tokens[at];
      return token !== undefined && lemmas.includes(token.lemma.toLowerCase()) && !isBranch(token);
    }) === true
  );
}

/** Is the noun said with 'no' or 'not'? */
export function isNegated(sources: RelationSources, token: number): boolean {
  return child(sources.context.document, token, 'det')?.lower === 'no' || sources.roles.at(token).negated;
}
