import type { GazetteerEntry, NameHit } from '@dragoman/gazetteer';
import type { AnnotatedDocument } from '@dragoman/nlp';
import { runWords } from '../head-words.ts';
import { isDemonym, isProminent, type KnownMatch } from '../known-names.ts';
import type { SpanTools } from './model-spans.ts';
import { covers, type NameSpan, SpanIndex } from '../spans.ts';
import { isCapitalised, textBetween } from '../text.ts';

/** The spans chosen so far, with the rules of which gives way to which. */
export class SpanSet {
  readonly #spans = new SpanIndex();
  #nested: NameSpan[] = [];
  readonly #document: AnnotatedDocument;
  readonly #tools: SpanTools;
  /** Tokens within names of the gazetteer. */
  readonly #known: ReadonlySet<number>;

  constructor(document: AnnotatedDocument, tools: SpanTools, matches: readonly KnownMatch[]) {
    this.#document = document;
    this.#tools = tools;
    this.#known = new Set(
      matches.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
    );
  }

  add(span: NameSpan): void {
    this.#spans.add(span);
  }

  /** A titled name replaces what it covers; a longer name that the model gave stands. */
  addTitled(span: NameSpan): void {
    const met = this.#meeting(span);
    const standing = met.find(
      (other) =>
        covers(other, span) &&
        (other.kind === 'person' || other.last > span.last || other.first < span.first),
    );
    if (standing?.kind === 'person' || (standing !== undefined && this.#headed(standing))) return;
    this.#replace(met, span);
  }

  /** A name with a head word takes in what lies within it; a person's name that sticks out of it stands. */
  addHeaded(headed: NameSpan): void {
    const met = this.#meeting(headed);
    const before = met.find(({ kind, first }) => kind === 'place' && first < headed.first);
    const lower = headed.rule === 'names.lower-head';
    const span = lower && before !== undefined ? { ...headed, first: before.first } : headed;
    if (
      span.rule === 'names.lower-head' &&
      (met.some((other) => other.adjective === true) || this.#isStateName(span))
    )
      return;
    if (span.kind === 'place' && span.rule === 'names.head' && this.#endsInKnownPlace(span)) return;
    if (met.some((other) => !covers(span, other) && (other.kind === 'person' || covers(other, span)))) return;
    const isFirm = /^(co|ltd|inc|plc|llc)\.?$/.test(this.#document.tokens[span.last]?.lower ?? '');
    if (
      !isFirm &&
      met.some((other) => other.kind === 'person' && other.last === span.last && this.#isSurname(other))
    )
      return;
    const exact = met.find((other) => other.first === span.first && other.last === span.last);
    if (exact !== undefined && exact.kind === span.kind) this.#replace(met, { ...exact, ...kindsOf(span) });
    else this.#replace(met, exact?.kind === 'misc' ? { ...span, confidence: 0.6 } : span);
    this.#nested.push(
      ...met.filter((other) => other.kind === 'place' && other !== exact && other.last < span.last),
    );
  }

  /** A name that a word for a body announces is a body's, whatever the model took it for; a name of the gazetteer stands. */
  addIntroduced(span: NameSpan): void {
    const met = this.#meeting(span);
    if (met.some((other) => !covers(span, other) || other.readings.length > 0 || other.adjective === true))
      return;
    this.#replace(met, span);
  }

  /** A name that its letters tell the extent of takes in the parts of it that were found, one of which must be a body's. */
  addAbbreviated(span: NameSpan): void {
    const met = this.#meeting(span);
    const isWhole = met.some(({ first, last }) => first === span.first && last === span.last);
    if (!isWhole && met.some(({ kind }) => kind === 'group') && met.every((other) => covers(span, other)))
      this.#replace(met, span);
  }

  /** 'Houthi Red Sea': the head word belongs to a known place within. */
  #endsInKnownPlace(span: NameSpan): boolean {
    const { text, tokens } = this.#document;
    for (let first = span.first + 1; first < span.last; first++) {
      if (
        this.#tools.known
          .lookup(textBetween(text, tokens, first, span.last))
          .some(({ entry }) => entry.placeKind !== undefined)
      )
        return true;
    }
    return false;
  }

  /** Is all of a lower-headed name but its head a state's name: 'the U.S. base'? */
  #isStateName(span: NameSpan): boolean {
    const { text, tokens } = this.#document;
    return this.#tools.known
      .lookup(textBetween(text, tokens, span.first, span.last - 1))
      .some(({ entry }) => entry.groupKind === 'state');
  }

  /** Does a person's name that ends in a head word ('Philippa Hall') stand against the reading as a body or place? */
  #isSurname(person: NameSpan): boolean {
    const { nameParts, givenNames } = this.#tools.heads.lexicons;
    const words = runWords(this.#document, person);
    return (
      words.length < 2 ||
      (givenNames.has(words[0] ?? '') &&
        (nameParts.ambiguousHeads.has(words.at(-1) ?? '') || /^\p{L}$/u.test(words[1] ?? '')))
    );
  }

  /** A name of the gazetteer: its readings are noted where a span has the same extent, else it is added where it is sure enough. */
  addKnown(match: KnownMatch): void {
    const met = this.#meeting(match);
    const exact = met.find((other) => other.first === match.first && other.last === match.last);
    if (exact !== undefined) {
      const named = exact.kind === 'misc' ? knownKind(match.readings[0]?.entry) : {};
      this.#replace([exact], { ...exact, ...named, readings: match.readings });
      return;
    }
    const best = match.readings[0];
    if (best === undefined) return;
    const span = this.#knownSpan(match);
    if (met.length === 0) {
      if (this.#isSure(match, best)) this.#spans.add(span);
    } else if (
      met.every((other) => covers(match, other)) &&
      (isProminent(best.entry) || match.last > match.first)
    ) {
      this.#replace(met, span);
    } else if (met.length === 1 && this.#isLoose(met[0], match)) {
      this.#replace(met, span);
    } else if (
      met.some((other) => covers(other, match) && other.kind !== 'person') &&
      best.entry.groupKind === 'state' &&
      this.#document.tokens[match.first]?.text !== 'America'
    ) {
      this.#nested.push(span);
    }
  }

  /** A name that stands for all within it ('Scottish Labour'), or a chamber, is added where no longer name is. */
  addWhole(span: NameSpan): void {
    const met = this.#meeting(span);
    if (met.every((other) => covers(span, other))) this.#replace(met, span);
  }

  /** A name that is unsure is added where no other is. */
  addWhereFree(span: NameSpan): void {
    const met = this.#meeting(span);
    if (met.every((other) => other.kind === 'misc' && covers(span, other))) this.#replace(met, span);
  }

  /** A party by where it stands takes in what lies within it, but for people and longer or known names of bodies. */
  addPolitical(span: NameSpan): void {
    const met = this.#meeting(span);
    const stands = ({ kind, first, last, readings }: NameSpan): boolean =>
      (kind === 'person' && last > first) ||
      (first === span.first && last === span.last && readings.length > 0);
    if (met.some((other) => !covers(span, other) || stands(other))) return;
    this.#replace(met, span);
  }

  /** A body in lower case takes in its owner, who stays as a name within. */
  addOuter(span: NameSpan): void {
    const met = this.#meeting(span);
    if (met.some((other) => !covers(span, other) || other.readings[0]?.entry.groupKind === 'armed_group'))
      return;
    this.#replace(met, span);
    this.#nested.push(...met);
  }

  /** Tokens at which a state, a group or a place is named: what may own a body; `lands` are those of states and places, `bodies` of public bodies. */
  ownerTokens(): { all: Set<number>; lands: Set<number>; bodies: Set<number> } {
    const all = new Set<number>();
    const lands = new Set<number>();
    const bodies = new Set<number>();
    for (const span of this.#spans.all()) {
      if (span.kind === 'person' || span.kind === 'misc') continue;
      const { text, tokens } = this.#document;
      const readings =
        span.readings.length > 0
          ? span.readings
          : this.#tools.known.lookup(textBetween(text, tokens, span.first, span.last));
      const state = readings.some(({ entry }) => entry.groupKind === 'state');
      const body = [span.groupKind, readings[0]?.entry.groupKind].some((kind) =>
        /^(government_body|party|igo)$/.test(kind ?? ''),
      );
      if (span.adjective === true && !state) continue;
      for (let i = span.first; i <= span.last; i++) {
        all.add(i);
        if (state || span.kind === 'place') lands.add(i);
        if (body) bodies.add(i);
      }
    }
    return { all, lands, bodies };
  }

  result(): NameSpan[] {
    const unique = new Map<string, NameSpan>();
    for (const span of [...this.#spans.all(), ...this.#nested]) {
      const key = `${span.first}-${span.last}`;
      if (span.kind !== 'misc' && !unique.has(key)) unique.set(key, span);
    }
    return [...unique.values()].toSorted((a, b) => a.first - b.first || b.last - a.last);
  }

  /** What the model takes for names of nothing it knows, and no rule has told: works and events, and bodies it does not see as such. */
  untold(): NameSpan[] {
    const told = new SpanIndex(this.result());
    return this.#spans.all().filter((span) => span.kind === 'misc' && told.meeting(span).length === 0);
  }

  #knownSpan(match: KnownMatch): NameSpan {
    const [best] = match.readings;
    const kind = best?.entry.groupKind === undefined ? 'place' : 'group';
    const adjective = best !== undefined && isDemonym(best) ? { adjective: true } : {};
    return {
      first: match.first,
      last: match.last,
      kind,
      rule: 'names.gazetteer',
      confidence: 0.9,
      readings: match.readings,
      ...adjective,
    };
  }

  #meeting(span: { first: number; last: number }): NameSpan[] {
    return this.#spans.meeting(span);
  }

  #replace(old: readonly NameSpan[], span: NameSpan): void {
    for (const other of old) this.#spans.delete(other);
    this.#spans.add(span);
  }

  #headed(span: NameSpan): boolean {
    const words = runWords(this.#document, span);
    return (
      this.#tools.heads.groupKind(words) !== undefined ||
      this.#tools.known.lookup(textBetween(this.#document.text, this.#document.tokens, span.first, span.last))
        .length > 0
    );
  }

  /** Is a known name one where no model saw a name? Single common words ('Northern', 'The Hill') are not. */
  #isSure(match: KnownMatch, hit: NameHit): boolean {
    const single = match.first === match.last;
    const word = this.#document.tokens[match.first]?.lower ?? '';
    if (
      single &&
      hit.entry.groupKind !== 'state' &&
      (this.#tools.heads.lexicons.notNames.words.has(word) || hit.spelling.startsWith('The '))
    )
      return false;
    return (
      isProminent(hit.entry) ||
      this.#afterPlacePreposition(match.first) ||
      (single && this.#isFromTown(match.first))
    );
  }

  /** 'a Makati consultancy': a town between 'a' and what is there. */
  #isFromTown(index: number): boolean {
    const { tokens } = this.#document;
    const [article, town, noun] = [tokens[index - 1], tokens[index], tokens[index + 1]];
    return (
      /^an?$/.test(article?.lower ?? '') &&
      town?.deprel === 'compound' &&
      noun?.upos === 'NOUN' &&
      !isCapitalised(noun.text)
    );
  }

  /**
   * Does a span of the model's take in more than the known name? 'Battleground state Florida', 'Red Sea shipping', 'House
   * Republicans', 'US-Iran'.
   */
  #isLoose(span: NameSpan | undefined, match: KnownMatch): boolean {
    if (span === undefined || span.kind === 'person' || !covers(span, match)) return false;
    const { tokens } = this.#document;
    const rest = tokens
      .slice(span.first, span.last + 1)
      .filter((token) => token.i < match.first || token.i > match.last);
    if (this.#isOfOtherState(span)) return false;
    const best = match.readings[0]?.entry;
    const party = match.readings[0]?.entry.groupKind === 'party' && match.readings[0].use !== 'name';
    if (party && span.last === match.last)
      return rest.every((token) => /^(House|Senate|Congressional)$/.test(token.text));
    if (rest.every((token) => this.#known.has(token.i) || token.text === '-'))
      return span.readings.length === 0;
    if (span.groupKind !== undefined && span.groupKind !== 'company') return false;
    if (span.first === match.first && span.last > match.last) {
      const last = tokens[span.last]?.text ?? '';
      const { placeHeads, groupHeads } = this.#tools.heads.lexicons;
      const body = best?.groupKind === undefined || best.groupKind === 'government_body';
      const headed = groupHeads.lowerCase.has(last) || Object.hasOwn(groupHeads.owned, last);
      return !isCapitalised(last) && !placeHeads.lowerCase.has(last) && !(body && headed);
    }
    if (span.kind !== 'place' || span.last !== match.last) return false;
    return this.#document.tokens.slice(span.first, match.first).some((token) => !isCapitalised(token.text));
  }

  /** 'Philippine Senate', 'Russian Security Council': a state and behind it a body that the gazetteer knows as another's. */
  #isOfOtherState({ first, last }: NameSpan): boolean {
    const { text, tokens } = this.#document;
    if (last === first || last - first > 3) return false;
    const owner = this.#tools.known
      .lookup(tokens[first]?.text ?? '')
      .find(({ entry }) => entry.groupKind === 'state');
    if (owner === undefined) return false;
    const bodies = this.#tools.known
      .lookup(textBetween(text, tokens, first + 1, last))
      .filter(
        ({ entry, use }) =>
          (/^(government_body|party)$/.test(entry.groupKind ?? '') && entry.country !== undefined) ||
          (entry.groupKind === 'igo' && use === 'alias'),
      );
    return bodies.length > 0 && bodies.every(({ entry }) => entry.country !== owner.entry.id);
  }

  #afterPlacePreposition(first: number): boolean {
    const before = this.#document.tokens[first - 1];
    return before !== undefined && this.#tools.heads.lexicons.placeHeads.locative.has(before.lower);
  }
}

/** The kind of what the model calls miscellaneous and the gazetteer knows well. */
function knownKind(entry: GazetteerEntry | undefined): Partial<NameSpan> {
  if (entry?.groupKind !== undefined) return { kind: 'group' };
  return entry?.placeKind !== undefined && isProminent(entry) ? { kind: 'place' } : {};
}

function kindsOf(span: NameSpan): Partial<NameSpan> {
  return {
    ...(span.groupKind === undefined ? {} : { groupKind: span.groupKind }),
    ...(span.placeKind === undefined ? {} : { placeKind: span.placeKind }),
  };
}
