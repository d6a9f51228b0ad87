import { type AnnotatedDocument, headOfSpan, spanOffsets, tokenOf } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../../entity-table.ts';
import type { NameLexicons } from '../lexicons.ts';
import { content, isPartOf, type PersonName, personName, sameFullName, sameWords } from './person-names.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised, plainWord, textBetween } from '../text.ts';
import type { TitleMatch, TitleReader } from '../title-words.ts';

/** A person's name where it stands, with the titles before it, nearest first. */
interface PersonMention {
  readonly span: NameSpan;
  readonly name: PersonName;
  readonly titles: readonly TitleMatch[];
  readonly sex: 'male' | 'female' | undefined;
  /** Is somebody brought in as another's kin: 'his son, Reza Pahlavi'? */
  readonly kin: boolean;
}

interface Cluster {
  readonly mentions: PersonMention[];
  sex: 'male' | 'female' | undefined;
}

/**
 * Joins the person names of an article to people: full names first, then the parts they are called by after that (surname,
 * given name, title and surname), each given to the person named last before it whom sex and title fit.
 */
export function addPersons(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  table: EntityTableBuilder,
  lexicons: NameLexicons,
  reader: TitleReader,
): void {
  const mentions = spans
    .filter((span) => span.kind === 'person')
    .map((span) => readMention(document, span, lexicons, reader));
  for (const cluster of clustered(mentions, lexicons)) addCluster(document, cluster, table, lexicons);
}

function readMention(
  document: AnnotatedDocument,
  span: NameSpan,
  lexicons: NameLexicons,
  reader: TitleReader,
): PersonMention {
  const name = personName(textBetween(document.text, document.tokens, span.first, span.last), lexicons);
  const titles = titlesBefore(document, span.first, reader);
  const sex = titles
    .map((title) => reader.sexOf(plainWord(tokenOf(document, title.last))))
    .find((found) => found !== undefined);
  return { span, name, titles, sex, kin: isKin(document, span, lexicons) };
}

function isKin({ tokens }: AnnotatedDocument, { first }: NameSpan, { nameParts }: NameLexicons): boolean {
  const before = tokens[first - 1];
  const noun = before?.text === ',' ? tokens[first - 2] : before;
  return noun?.upos === 'NOUN' && nameParts.kin.has(noun.lower);
}

/** The titles that stand right before a name: 'Brigadier General', 'former Foreign Minister', 'Mr'. */
export function titlesBefore(document: AnnotatedDocument, first: number, reader: TitleReader): TitleMatch[] {
  const found: TitleMatch[] = [];
  let last = first - 1;
  while (last >= 0 && document.tokens[last]?.sentence === document.tokens[first]?.sentence) {
    const token = document.tokens[last];
    if (token?.text === '.') {
      last--;
      continue;
    }
    const match = reader.endingAt(document.tokens, last);
    if (match === undefined || (match.word.type === 'post' && token?.lower.endsWith('s') === true)) break;
    found.push(match);
    last = match.first - 1;
  }
  return found;
}

function clustered(mentions: readonly PersonMention[], lexicons: NameLexicons): Cluster[] {
  const clusters: Cluster[] = [];
  const isFull = (mention: PersonMention): boolean => content(mention.name.words, lexicons).length > 1;
  const aliases = mentions.filter(isAlias);
  const full = mentions
    .filter((mention) => isFull(mention) && !isAlias(mention))
    .toSorted((a, b) => b.name.words.length - a.name.words.length || a.span.first - b.span.first);
  for (const mention of full) {
    const same = clusters.filter(
      (cluster) =>
        agrees(cluster.sex, mention.sex) &&
        cluster.mentions.some((other) => sameFull(other, mention, lexicons)),
    );
    join(
      same.length === 1
        ? same[0]
        : same.find((cluster) =>
            cluster.mentions.some((other) => sameWords(other.name.words, mention.name.words)),
          ),
      mention,
      clusters,
    );
  }
  for (const alias of aliases) join(namedBefore(alias, clusters), alias, clusters);
  const partial = mentions.filter((other) => !isFull(other) && !isAlias(other));
  for (const cluster of clusters) cluster.sex ??= sexByGivenName(cluster, lexicons);
  for (const mention of [
    ...partial.filter(({ sex }) => sex !== undefined),
    ...partial.filter(({ sex }) => sex === undefined),
  ])
    join(bestFor(mention, clusters), mention, clusters);
  return clusters.toSorted((a, b) => firstToken(a) - firstToken(b));
}

/** The sex that a full name tells, against which 'Mr' and 'Mrs' with a surname are held: 'Mr. Obama' is not Michelle Obama. */
function sexByGivenName({ mentions }: Cluster, { givenNames }: NameLexicons): 'male' | 'female' | undefined {
  const [given = ''] = mentions[0]?.name.words ?? [];
  return givenNames.get(given);
}

const isAlias = (mention: PersonMention): boolean => mention.span.rule === 'names.alias';

/** The person named last before an alias, whose other name it is. */
function namedBefore(alias: PersonMention, clusters: readonly Cluster[]): Cluster | undefined {
  const distance = (cluster: Cluster): number => {
    const before = cluster.mentions.map(({ span }) => alias.span.first - span.last).filter((gap) => gap > 0);
    return Math.min(Infinity, ...before);
  };
  const nearest = clusters.toSorted((a, b) => distance(a) - distance(b))[0];
  return nearest !== undefined && distance(nearest) < 12 ? nearest : undefined;
}

function sameFull(a: PersonMention, b: PersonMention, lexicons: NameLexicons): boolean {
  const [older, younger] = [a.name.generation, b.name.generation];
  if (older !== undefined && younger !== undefined && older !== younger) return false;
  if (a.kin || b.kin) return sameWords(a.name.words, b.name.words);
  return (
    sameFullName(a.name.words, b.name.words, lexicons.shortNames) ||
    (isPartOf(b.name.words, a.name.words) && b.name.words.length > 1)
  );
}

function join(cluster: Cluster | undefined, mention: PersonMention, clusters: Cluster[]): void {
  if (cluster === undefined) clusters.push({ mentions: [mention], sex: mention.sex });
  else {
    cluster.mentions.push(mention);
    cluster.sex ??= mention.sex;
  }
}

/** By how much less a surname alone means somebody brought in as another's relative. */
const relativeLess = 0.5;

/** The person that a partial name means: the one whose name it ends before one it begins, the nearest before it before a later one. */
function bestFor(mention: PersonMention, clusters: readonly Cluster[]): Cluster | undefined {
  let best: { cluster: Cluster; score: number } | undefined;
  for (const cluster of clusters) {
    const fit = agrees(cluster.sex, mention.sex)
      ? Math.max(...cluster.mentions.map((other) => partFit(mention, other)))
      : 0;
    if (fit <= 0) continue;
    const isRelative = cluster.mentions.some(({ kin }) => kin);
    const score = fit + nearness(mention, cluster) - (isRelative ? relativeLess : 0);
    if (best === undefined || score > best.score) best = { cluster, score };
  }
  return best?.cluster;
}

function partFit(part: PersonMention, other: PersonMention): number {
  const words = part.name.words;
  const full = other.name.words;
  if (sameWords(words, full)) return 3;
  if (words.length === 1 && full.length > 1 && nearSpelling(words[0] ?? '', full.at(-1) ?? '')) return 1.2;
  if (!isPartOf(words, full)) return 0;
  return full.at(-1) === words.at(-1) ? 2 : 1.5;
}

/** 'Zelenskyy' for 'Zelensky': long surnames with the same start that differ by one letter added, left out or changed. */
function nearSpelling(a: string, b: string): boolean {
  if (
    a === b ||
    Math.min(a.length, b.length) < 6 ||
    Math.abs(a.length - b.length) > 1 ||
    a.slice(0, 3) !== b.slice(0, 3)
  )
    return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** Between 0 and 1: near 1 right after the person was named, below 0.1 where only later mentions are. */
function nearness(mention: PersonMention, cluster: Cluster): number {
  const before = cluster.mentions
    .filter((other) => other.span.first < mention.span.first)
    .map((other) => other.span.first);
  if (before.length === 0) return 0;
  return 0.1 + 0.9 / (1 + (mention.span.first - Math.max(...before)) / 100);
}

function agrees(a: 'male' | 'female' | undefined, b: 'male' | 'female' | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

const firstToken = (cluster: Cluster): number =>
  Math.min(...cluster.mentions.map((mention) => mention.span.first));

function addCluster(
  document: AnnotatedDocument,
  cluster: Cluster,
  table: EntityTableBuilder,
  lexicons: NameLexicons,
): Entity {
  const mentions = cluster.mentions.toSorted((a, b) => a.span.first - b.span.first);
  const fullest = mentions.reduce((best, mention) => (weight(mention) > weight(best) ? mention : best));
  const entity = table.addEntity({
    kind: 'person',
    name: fullest.name.surface,
    aliases: aliasesOf(document, mentions, fullest, lexicons),
    rule: fullest.span.rule,
    confidence: Math.max(...mentions.map((mention) => mention.span.confidence)),
    spans: mentions.map(({ span }) => spanOffsets(document, { start: span.first, end: span.last + 1 })),
  });
  const profile = table.profileOf(entity.id);
  if (cluster.sex !== undefined) profile.gender = cluster.sex;
  for (const mention of mentions) {
    for (const title of mention.titles)
      if (title.word.type === 'post') profile.descriptions.add(plainWord(tokenOf(document, title.last)));
    const { first, last } = mention.span;
    table.addMention({
      entity: entity.id,
      form: 'name',
      first,
      last,
      head: headOfSpan(document, { start: first, end: last + 1 }).i,
      rule: mention.span.rule,
    });
  }
  return entity;
}

/** Names with more words say more; an initial says less than a word. */
const weight = (mention: PersonMention): number =>
  (isAlias(mention) ? -10 : 0) +
  mention.name.words.reduce((sum, word) => sum + (word.length > 1 ? 1 : 0.4), 0);

/** Other forms of the name as they stand, and the name with its form of address: 'Mr. Xi', 'Sultan Haitham'. */
function aliasesOf(
  document: AnnotatedDocument,
  mentions: readonly PersonMention[],
  fullest: PersonMention,
  lexicons: NameLexicons,
): string[] {
  const aliases = new Set<string>();
  for (const { span, name, titles } of mentions) {
    aliases.add(name.surface);
    const withoutSuffix = cutSuffix(name.surface, lexicons);
    if (withoutSuffix !== '') aliases.add(withoutSuffix);
    aliases.add(name.surface.replace(nickname, ' '));
    const address = titles[0];
    if (
      address !== undefined &&
      isCapitalised(tokenOf(document, address.first).text) &&
      isWholeTitle(document, address)
    ) {
      aliases.add(textBetween(document.text, document.tokens, address.first, span.last));
    }
  }
  aliases.delete(fullest.name.surface);
  return [...aliases];
}

/** Is a title said without modifiers: 'President Trump', not 'Foreign Minister X'? */
function isWholeTitle(document: AnnotatedDocument, title: TitleMatch): boolean {
  return (
    title.word.type !== 'post' || !/^(ADJ|NOUN|PROPN)$/.test(document.tokens[title.first - 1]?.upos ?? '')
  );
}

/** 'Joseph "Sepp" Blatter' is 'Joseph Blatter' too. */
const nickname = / ["“”‘'][^"“”‘’']+["“”’'] (?=\p{L})/u;

function cutSuffix(surface: string, lexicons: NameLexicons): string {
  const match = /^(.*?),? (\p{L}+)\.?$/u.exec(surface);
  return match !== null && lexicons.nameParts.suffixes.has((match[2] ?? '').toLowerCase())
    ? (match[1] ?? '')
    : '';
}
