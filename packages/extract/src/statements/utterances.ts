import { child, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { isPersonal } from './cue-lexicon.ts';
import type { Cue } from './cues.ts';
import { isNoStatement } from './filter.ts';
import { paperIssuer } from './owners.ts';
import { isPart } from './placement.ts';
import { broughtInBefore } from './pronouns.ts';
import type { Report } from './reported.ts';
import { namedActor, resolveSource, type LastSpeaker, type SourceContext } from './resolve-source.ts';
import { reportingSource } from './sources.ts';
import type { SpeakerRule, Speaking } from './speaking.ts';
import type { UnnamedSpeakers } from './unnamed.ts';
import { isToldBefore } from './variation.ts';

/** Who speaks each quotation (null where nobody is told) and who reports each clause, as entities. */
export interface Utterances {
  readonly speakers: ReadonlyMap<Speaking, string | null>;
  readonly reporters: ReadonlyMap<Report, string>;
}

/** Resolves who says what in text order, quotations and reports together: a pronoun may mean who spoke last. */
export function resolveUtterances(
  context: SourceContext,
  unnamed: UnnamedSpeakers,
  spoken: readonly Speaking[],
  reports: readonly Report[],
): Utterances {
  const speakers = new Map<Speaking, string | null>();
  const reporters = new Map<Report, string>();
  /** What is spoken in several pieces, or on and on, has one speaker. */
  const bySource = new Map<number | undefined, string>();
  let last: LastSpeaker | undefined;
  /** Somebody unnamed who has just been reported: 'One of the officials said …'. */
  let reporter: Report | undefined;
  const remember = (entity: string | null, at: number): string | null => {
    if (entity === null) return entity;
    last = { entity, paragraph: context.paragraphAt[at] ?? 0 };
    reporter = undefined;
    return entity;
  };
  const ordered = [
    ...spoken.map((speaking) => ({ at: speaking.quotation.tokens.start, speaking })),
    ...reports.map((report) => ({ at: report.cue.token, report })),
  ].sort((a, b) => a.at - b.at);
  for (const utterance of ordered) {
    if ('report' in utterance) {
      const entity = remember(resolveSource(context, utterance.report.source, last), utterance.at);
      if (entity !== null) reporters.set(utterance.report, entity);
      else if (isTold(context, utterance.report))
        reporter = takesUp(context, utterance.report) ? reporter : utterance.report;
    } else {
      const { speaking } = utterance;
      const entity =
        bySource.get(speaking.source) ??
        outerSpeaker(context, speaking, spoken, speakers) ??
        reporterMeant(context, unnamed, speaking, reporter) ??
        speakerOf(context, unnamed, speaking, last, asker(context, speaking, spoken, speakers));
      if (speaking.source !== undefined && entity !== null) bySource.set(speaking.source, entity);
      const isInner = speaking.quotation.depth > 0;
      speakers.set(speaking, isInner ? entity : remember(entity, utterance.at));
    }
  }
  return { speakers, reporters };
}

/** “I said, ‘No’ to them”: who speaks the quotation around the words. */
function outerSpeaker(
  { doc }: SourceContext,
  { source, quotation }: Speaking,
  spoken: readonly Speaking[],
  speakers: ReadonlyMap<Speaking, string | null>,
): string | null {
  if (source === undefined || quotation.inside === undefined) return null;
  if (!/^(?:i|we)$/.test(tokenOf(doc, source).lower)) return null;
  const outer = spoken[quotation.inside];
  return (outer && speakers.get(outer)) ?? null;
}

/** 'The road is shut, one of the drivers said. It is, he added, “…”': the unnamed one who was reported right before, in the paragraph. */
function reporterMeant(
  context: SourceContext,
  unnamed: UnnamedSpeakers,
  { source, cue }: Speaking,
  reporter: Report | undefined,
): string | null {
  if (source === undefined || reporter === undefined) return null;
  const { doc, paragraphAt } = context;
  const pronoun = tokenOf(doc, source);
  const distance = pronoun.sentence - tokenOf(doc, reporter.source).sentence;
  const isSeveral = tokenOf(doc, reporter.source).xpos === 'NNS';
  const isNear = paragraphAt[reporter.source] === paragraphAt[source] && distance === 1;
  const isAbove =
    isSeveral && (paragraphAt[source] ?? 0) - (paragraphAt[reporter.source] ?? 0) <= 1 && distance > 0;
  if (!(isNear || isAbove) || !(isSeveral ? /^they$/ : /^s?he$/).test(pronoun.lower)) return null;
  return unnamed.entityOf(reporter.source, cue);
}

/** 'they said' goes on with who was reported before. */
const takesUp = ({ doc }: SourceContext, { source }: Report): boolean =>
  tokenOf(doc, source).lower === 'they';

/** Is a report the sentence's own, and of somebody? */
function isTold({ doc, lexicon }: SourceContext, { cue, source }: Report): boolean {
  const { lemma } = tokenOf(doc, source);
  const isPersonal = !lexicon.bodies.has(lemma) && !lexicon.papers.has(lemma);
  return isPersonal && !cue.reported && /^(?:root|parataxis)$/.test(tokenOf(doc, cue.token).deprel);
}

/** Who speaks a quotation: a spokesman without a name, else whom the source names or means, else whom it describes. */
function speakerOf(
  context: SourceContext,
  unnamed: UnnamedSpeakers,
  speaking: Speaking,
  last: LastSpeaker | undefined,
  other: string | null,
): string | null {
  const { doc, table } = context;
  const described = (source = speaking.source): string | null =>
    source === undefined ? null : unnamedSpeaker(context, unnamed, { ...speaking, source });
  if (isSpokesman(context, speaking)) return described();
  const named = peopleNamedIn(table, speaking);
  if (other !== null) named.add(other);
  const outside = { ...context, named };
  const pronoun = speaking.source === undefined ? undefined : tokenOf(doc, speaking.source);
  const broughtIn = pronoun && broughtInBefore(context, pronoun);
  const isUnnamed = broughtIn !== undefined && namedActor(context, tokenOf(doc, broughtIn)) === undefined;
  const newcomer = isUnnamed ? described(broughtIn) : null;
  if (newcomer !== null) return newcomer;
  const meant = sourcesOf(context, speaking).map((source) => resolveSource(outside, source, last));
  const issuer = pronoun && paperIssuer(context, pronoun);
  return meant.find((found) => found !== null) ?? (issuer && described(issuer.i)) ?? described();
}

/** Verbs of who answers. */
const ANSWERING = new Set(['reply', 'answer', 'respond', 'retort', 'counter']);

/** '“Where is it?” asked Ana Lopes. “Gone,” she replied.': who has asked right before somebody answers. */
function asker(
  { doc }: SourceContext,
  { cue, quotation }: Speaking,
  spoken: readonly Speaking[],
  speakers: ReadonlyMap<Speaking, string | null>,
): string | null {
  const before = spoken[quotation.index - 1];
  if (cue === undefined || before === undefined || !ANSWERING.has(cue.lemma)) return null;
  const isQuestion = doc.text.charAt(before.quotation.end - 1) === '?';
  return (isQuestion ? speakers.get(before) : undefined) ?? null;
}

function peopleNamedIn(table: EntityTable, { quotation }: Speaking): Set<string> {
  const named = new Set<string>();
  for (let at = quotation.tokens.start; at < quotation.tokens.end; at += 1) {
    const mention = table.mentionAt(at);
    if (mention?.form === 'name' && table.byId(mention.entity)?.kind === 'person') named.add(mention.entity);
  }
  return named;
}

/** Rules by which a quotation is somebody's words for sure. */
const SAID = new Set<SpeakerRule>([
  'governed',
  'follows',
  'introduced',
  'beside',
  'same-sentence',
  'carried',
  'continued',
]);

/** Rules by which a quotation is somebody's words where a noun for people tells who speaks. */
const TOLD = new Set<SpeakerRule>(['colon', 'possessive', 'next-to']);

/** An entity for the speaker whom the article does not name; null where it tells of nobody. */
function unnamedSpeaker(
  { doc, table, lexicon, paragraphAt }: SourceContext,
  unnamed: UnnamedSpeakers,
  speaking: Speaking,
): string | null {
  const { source, rule, cue, quotation } = speaking;
  if (source === undefined) return null;
  const isTold = TOLD.has(rule) && isPersonal(lexicon, tokenOf(doc, source).lemma);
  if (!SAID.has(rule) && !isTold) return null;
  if (rule === 'next-to' && paragraphAt[source] !== quotation.paragraph) return null;
  return isNoStatement(doc, table, speaking) ? null : unnamed.entityOf(source, cue);
}

/** 'said a spokesman for the ministry': somebody unnamed, who speaks for a body that is named; 'officials at the ministry' are the body. */
function isSpokesman(context: SourceContext, { source }: Speaking): boolean {
  if (source === undefined) return false;
  const token = tokenOf(context.doc, source);
  const { spokes, bodies } = context.lexicon;
  if (token.xpos === 'NNS' || isToldBefore(context, token)) return false;
  return spokes.has(token.lemma) && !bodies.has(token.lemma) && namedActor(context, token) === undefined;
}

/**
 * The sources that a quotation may have, the likeliest first: words of a clause that somebody reports are that one's where
 * the clause's own subject is nobody known.
 */
function sourcesOf({ doc, table }: SourceContext, { source, otherwise, cue, quotation }: Speaking): number[] {
  const isOwn = source !== undefined && isPerson(tokenOf(doc, source));
  const isOuterLikely = cue !== undefined && !isOwn && isPart(doc, quotation);
  const outer = isOuterLikely ? reportingSource(doc, cue.token)?.i : undefined;
  const isBody = source !== undefined && table.actorAt(source)?.kind === 'group';
  const sources = isLoose(doc, cue) || (isBody && isOfPerson(doc, cue)) ? [outer, source] : [source, outer];
  return [...sources, otherwise].filter((token) => token !== undefined);
}

/** 'denied that its minister had gone, calling it a “play”': a participle behind a comma goes with who reports. */
const isLoose = (doc: AnnotatedDocument, cue: Cue | undefined): boolean =>
  cue !== undefined && tokenOf(doc, cue.token).xpos === 'VBG' && doc.tokens[cue.token - 1]?.text === ',';

/** 'told her that Israel warned them and said he was “…”': a clause about him or her is no body's words of itself. */
const isOfPerson = (doc: AnnotatedDocument, cue: Cue | undefined): boolean =>
  cue?.content !== undefined && /^s?he$/.test(child(doc, cue.content, 'nsubj')?.lower ?? '');

/** 'he', 'you', 'who': no 'that' or 'this', which stand for things. */
const isPerson = ({ upos, lower }: Token): boolean => upos === 'PRON' && !/^(?:that|this|which)$/.test(lower);
