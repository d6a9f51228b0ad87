import type { Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { nameFrom, nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/**
 * Where companies and people are at home by how they are called: 'the French plane-maker Airbus', "Kazakhstan's Air Astana", 'Nokia, a
 * Finnish company', 'X, a Washington-based developer', 'Y, 55, of Addison', 'Registered in Dubai, X owns …'.
 */
export function homes(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    if (mention.form !== 'name' && mention.form !== 'nominal') return [];
    const entity = sources.table.byId(mention.entity);
    const places =
      entity?.kind === 'person'
        ? mention.form === 'nominal'
          ? []
          : [
              baseBefore(sources, mention),
              baseBehind(sources, mention),
              townBehindAge(sources, mention),
              townBehind(sources, mention.last + 1),
            ]
        : /^(company|other|ngo|media)$/.test(entity?.groupKind ?? '')
          ? [landBefore(sources, mention), landBehind(sources, mention), seatBefore(sources, mention)]
          : [];
    return places.flatMap((place) =>
      place === undefined ? [] : [home(mention, place, entity?.kind === 'person' ? 0.65 : 0.6)],
    );
  });
}

const home = (mention: Mention, to: string, confidence: number): FoundRelation => ({
  type: 'BASED_IN',
  from: mention.entity,
  to,
  trigger: mention.head,
  rule: 'relations.home',
  confidence,
});

/** How many words a company may be described with: 'technology investment company'. */
const longestDescription = 5;

/** 'Japanese technology investment company SoftBank', "Dubai's flagship carrier Emirates", 'the Swiss bank UBS'. */
function landBefore(sources: RelationSources, mention: Mention): string | undefined {
  const { tokens } = sources.context.document;
  const isCompany = mention.form === 'name' && sources.table.byId(mention.entity)?.groupKind === 'company';
  const own = tokens[mention.head];
  let called = mention.form === 'nominal' && own !== undefined && isFirm(sources, own);
  for (let at = mention.first - 1; at >= mention.first - 1 - longestDescription; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[mention.first]?.sentence) return undefined;
    const owned = isPossessive(token);
    const name = nameUpTo(sources, owned ? at - 1 : at);
    if (name !== undefined) {
      const isAdjective =
        name.form === 'adjective' || (called && isShort.test(tokens[name.head]?.text ?? ''));
      if (!owned && !(isAdjective && (called || isCompany))) return undefined;
      const isHouse = tokens
        .slice(mention.first, mention.last + 1)
        .some(({ lower }) => sources.lexicon.houses.has(lower) || sources.lexicon.firms.has(lower));
      return owned && !called && !isCompany && !isHouse ? undefined : landOf(sources, name);
    }
    if (!isDescription(token) || token.lower === 'state') return undefined;
    called ||= isFirm(sources, token);
  }
  return undefined;
}

/** Short names of states that stand where others have an adjective: 'US banking giant Y', 'UK drinks firm Z'. */
const isShort = /^(US|U\.S\.|UK|U\.K\.)$/;

/** 'Volkswagen, the German carmaker,': a state's adjective and a noun for bodies behind the comma. */
function landBehind(sources: RelationSources, mention: Mention): string | undefined {
  const { tokens } = sources.context.document;
  let at = mention.last + 1;
  if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')') at += 3;
  if (tokens[at]?.text !== ',' || tokens[at + 1]?.upos !== 'DET') return undefined;
  const end = at + 2 + longestDescription;
  let land: string | undefined;
  for (at += 2; at <= end; at++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const name = sources.table.mentionsAt(at).findLast(({ first }) => first === at);
    if (name !== undefined) {
      if (land !== undefined || name.form !== 'adjective') return undefined;
      land = landOf(sources, name);
      at = name.last;
    } else if (!isDescription(token)) return undefined;
    else if (isFirm(sources, token) && tokens[at + 1]?.upos !== 'NOUN') return land;
  }
  return undefined;
}

/** 'Based in Dubai, Solvind Capital owns …': the place of a participle that opens the sentence, before the body that is its subject. */
function seatBefore(sources: RelationSources, { form, first }: Mention): string | undefined {
  const { tokens, sentences } = sources.context.document;
  if (form !== 'name') return undefined;
  const name = tokens[first - 1]?.text === ',' ? nameUpTo(sources, first - 2) : undefined;
  const participle = name === undefined ? undefined : tokens[name.first - 2];
  if (name === undefined || participle === undefined) return undefined;
  const opens = sentences[participle.sentence]?.first === participle.i;
  const isSeat = seated.test(participle.lower) && /^(in|at)$/.test(tokens[name.first - 1]?.lower ?? '');
  return opens && isSeat ? sources.table.placeAt(name.head)?.id : undefined;
}

const seated = /^(based|headquartered|registered|incorporated|domiciled)$/;

const isDescription = ({ upos, text }: Token): boolean => /^(ADJ|NOUN|PROPN)$/.test(upos) || text === '-';

const isFirm = (sources: RelationSources, { lower, lemma }: Token): boolean =>
  sources.lexicon.firms.has(lower) || sources.lexicon.firms.has(lemma);

/** The place that a state's or town's name or adjective means. */
function landOf(sources: RelationSources, name: Mention): string | undefined {
  const entity = sources.table.byId(name.entity);
  if (entity?.kind === 'place') return entity.id;
  return entity?.groupKind === 'state' ? sources.table.placeAt(name.head)?.id : undefined;
}

/** The place of 'Washington-based', where that ends at a token. */
function baseAt(sources: RelationSources, token: number): string | undefined {
  const { tokens } = sources.context.document;
  if (tokens[token]?.lower !== 'based' || tokens[token - 1]?.text !== '-') return undefined;
  const name = nameUpTo(sources, token - 2);
  return name === undefined ? undefined : sources.table.placeAt(name.head)?.id;
}

/** 'Dubai-based analyst X'. */
function baseBefore(sources: RelationSources, person: Mention): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = person.first - 1; at >= person.first - longestDescription; at--) {
    const token = tokens[at];
    if (token === undefined || !isDescription(token)) return baseAt(sources, at);
    const base = baseAt(sources, at);
    if (base !== undefined) return base;
  }
  return undefined;
}

/** 'X, 61, a Washington-based developer'. */
function baseBehind(sources: RelationSources, person: Mention): string | undefined {
  const { tokens } = sources.context.document;
  let at = person.last + 1;
  if (tokens[at]?.text !== ',') return undefined;
  if (tokens[at + 1]?.upos === 'NUM' && tokens[at + 2]?.text === ',') at += 2;
  if (tokens[at + 1]?.upos !== 'DET') return undefined;
  for (let next = at + 2; next <= at + 2 + longestDescription; next++) {
    const base = baseAt(sources, next) ?? townBehind(sources, next);
    if (base !== undefined) return base;
    const token = tokens[next];
    if (token === undefined || !(isDescription(token) || token.lower === 'and')) return undefined;
  }
  return undefined;
}

/** The town in 'from Stockholm', where that begins at a token. */
function townBehind(sources: RelationSources, token: number): string | undefined {
  if (sources.context.document.tokens[token]?.lower !== 'from') return undefined;
  const town = sources.table.byId(nameFrom(sources, token + 1)?.entity ?? '');
  return town?.kind === 'place' && town.placeKind !== 'country' ? town.id : undefined;
}

/** 'X, 55, of Addison, New York', "Y, 24, from Punjab's Bhatinda". */
function townBehindAge(sources: RelationSources, person: Mention): string | undefined {
  const { tokens } = sources.context.document;
  const [comma, age, second, of] = [1, 2, 3, 4].map((step) => tokens[person.last + step]);
  if (
    comma?.text !== ',' ||
    age?.upos !== 'NUM' ||
    second?.text !== ',' ||
    !/^(of|from)$/.test(of?.lower ?? '')
  )
    return undefined;
  const first = nameFrom(sources, person.last + 5);
  const ending = first === undefined ? undefined : tokens[first.last + 1];
  const inner = ending !== undefined && isPossessive(ending) ? nameFrom(sources, ending.i + 1) : undefined;
  const town = sources.table.byId((inner ?? first)?.entity ?? '');
  return town?.kind === 'place' ? town.id : undefined;
}
