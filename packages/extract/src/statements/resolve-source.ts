import { child, children, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { NominalReader } from './nominals.ts';
import { isPersonalPronoun, pronounSpeaker } from './pronouns.ts';
import { sourceOf } from './sources.ts';
import { variedName } from './variation.ts';

/** What resolving a source reads. */
export interface SourceContext {
  readonly doc: AnnotatedDocument;
  readonly table: EntityTable;
  readonly lexicon: CueLexicon;
  /** For each token the innermost quotation that holds it, -1 where none does. */
  readonly quotationAt: readonly number[];
  readonly paragraphAt: readonly number[];
  readonly nominal: NominalReader;
}

/** Who spoke last, for a pronoun or 'the statement said'. */
export interface LastSpeaker {
  readonly entity: string;
  readonly paragraph: number;
}

/**
 * The entity that a source's head token stands for: whom a pronoun means beside a quotation, the entity mentioned there, the
 * body that a spokesman or a paper speaks for.
 * @returns the entity's id, null where nobody identifiable speaks
 */
export function resolveSource(
  context: SourceContext,
  source: number,
  last: LastSpeaker | undefined,
): string | null {
  const token = tokenOf(context.doc, source);
  if (isPersonalPronoun(token.lower)) return pronounSpeaker(context, token, last) ?? null;
  const spoke = isRecent(context, token, last) ? last?.entity : undefined;
  const actor = namedActor(context, token, spoke);
  if (actor !== undefined) return actor;
  const { spokes, papers } = context.lexicon;
  const isPaper = papers.has(token.lemma);
  if (!isPaper && !spokes.has(token.lemma)) return variedName(context, token) ?? null;
  const isSpokenFor = (id: string | undefined): id is string =>
    id !== undefined && (isPaper || context.table.byId(id)?.kind === 'group');
  const owner = spokenFor(context, token);
  if (owner !== undefined) return isSpokenFor(owner) ? owner : null;
  return isDefinite(context.doc, token) && isSpokenFor(last?.entity) ? last.entity : null;
}

/** Whether who spoke last did so in the token's paragraph or the one before. */
function isRecent({ paragraphAt }: SourceContext, token: Token, last: LastSpeaker | undefined): boolean {
  return last !== undefined && (paragraphAt[token.i] ?? 0) - last.paragraph <= 1;
}

/** The entity at a token: named there or in the phrase it heads, or meant by the noun; pronouns as coreference has them. */
export function namedActor(context: SourceContext, token: Token, last?: string): string | undefined {
  return (
    actorOf(context, token) ??
    namesake(context.table, token) ??
    nameInPhrase(context, token) ??
    context.nominal(token, last)
  );
}

function actorOf({ doc, table }: SourceContext, token: Token): string | undefined {
  const direct = table.actorAt(token.i);
  if (direct !== undefined) return direct.id;
  const parts = [
    ...children(doc, token.i, 'flat'),
    ...children(doc, token.i, 'appos').flatMap((noun) => [noun, ...children(doc, noun.i, 'flat')]),
    ...children(doc, token.i, 'compound'),
  ];
  const named = parts.find((part) => table.actorAt(part.i)?.kind === 'person');
  return named && table.actorAt(named.i)?.id;
}

/** How many tokens a title and its complements may take before the name. */
const TITLE = 10;

/** The name that ends a title with complements: 'Secretary of State Ann Lee', "Peru's ambassador to Chile Ann Lee". */
function nameInPhrase({ doc, table }: SourceContext, title: Token): string | undefined {
  if (title.upos !== 'NOUN' && title.upos !== 'PROPN') return undefined;
  for (let at = title.i + 1; at <= title.i + TITLE; at += 1) {
    const token = doc.tokens[at];
    if (token === undefined || !/^(?:NOUN|PROPN|ADP|DET|ADJ|PART|CCONJ)$/.test(token.upos)) return undefined;
    const mention = table.mentionsAt(at).find(({ first, form }) => first === at && form === 'name');
    if (mention === undefined || table.byId(mention.entity)?.kind !== 'person') continue;
    const before = tokenOf(doc, at - 1);
    const isAfterName = table.mentionAt(before.i) !== undefined;
    const isAfterTitle = before.upos === 'PROPN' && /^\p{Lu}/u.test(title.text);
    return isAfterName || isAfterTitle ? mention.entity : undefined;
  }
  return undefined;
}

/** A bare surname that the name passes passed over, where one person of the article bears it. */
function namesake(table: EntityTable, token: Token): string | undefined {
  if (token.upos !== 'PROPN') return undefined;
  const bearers = table.entities.filter(
    (entity) =>
      entity.kind === 'person' &&
      [entity.name, ...entity.aliases].some((name) => name.split(' ').at(-1) === token.text),
  );
  return bearers.length === 1 ? bearers[0]?.id : undefined;
}

/** "a spokesman for the ministry", "the ministry's statement", "the council issued a statement calling …": the body behind it. */
function spokenFor(context: SourceContext, token: Token): string | undefined {
  const { doc, table } = context;
  const owners = [
    child(doc, token.i, 'nmod:poss'),
    ...children(doc, token.i, 'nmod'),
    ...children(doc, token.i, 'compound'),
  ];
  const issuer = token.deprel === 'obj' && token.head >= 0 ? sourceOf(doc, token.head) : undefined;
  for (const owner of [...owners, issuer]) {
    const actor = owner === undefined ? undefined : table.actorAt(owner.i);
    if (actor !== undefined) return actor.id;
  }
  return undefined;
}

const isDefinite = (doc: AnnotatedDocument, token: Token): boolean =>
  ['the', 'this', 'that'].includes(child(doc, token.i, 'det')?.lower ?? '');
