import { child, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { coordinated } from '../roles/coordination.ts';
import { occurrencesOf } from '../word-index.ts';
import { namesListed } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words may stand between a party and the names it is said of: 'Republican senators such as'. */
const longestLead = 5;

/** 'On the Democratic side, X won': whom a party's side has, as the subject of its clause. */
export function partySides(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return occurrencesOf(document, ['side']).flatMap((side) => {
    const party = sources.table
      .mentionsAt(side.i - 1)
      .find(({ last, entity }) => last === side.i - 1 && sources.table.byId(entity)?.groupKind === 'party');
    const clause = headOf(document, side.i);
    if (party === undefined || clause === undefined || child(document, side.i, 'case')?.lower !== 'on')
      return [];
    return children(document, clause.i, 'nsubj')
      .flatMap(({ i }) => coordinated(document, i))
      .flatMap((token) => sources.table.mentionHeadedBy(token) ?? [])
      .filter((mention) => mention.form === 'name' && isPerson(sources, mention))
      .map((person) => ({
        type: 'MEMBER_OF',
        from: person.entity,
        to: party.entity,
        trigger: side.i,
        rule: 'relations.party-side',
        confidence: 0.7,
      }));
  });
}

/** 'Two Democrats, X and Y,', 'Democratic senators X and Y', 'Republicans such as Z': people listed behind a party in the plural. */
export function partyLists(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    if (sources.table.byId(mention.entity)?.groupKind !== 'party' || mention.form === 'pronoun') return [];
    const listed = listedBehind(sources, mention);
    return (listed.length > 0 ? listed : [...beside(sources, mention), ...counted(sources, mention)]).map(
      (person) => ({
        type: 'MEMBER_OF',
        from: person.entity,
        to: mention.entity,
        trigger: mention.head,
        rule: 'relations.party-list',
        confidence: 0.75,
      }),
    );
  });
}

function listedBehind(sources: RelationSources, party: Mention): Mention[] {
  const { tokens } = sources.context.document;
  let plural = isPlural(sources, party.last);
  let marked = false;
  let over = false;
  for (let at = party.last + 1; at <= party.last + longestLead; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[party.last]?.sentence) return [];
    const names = plural ? peopleListed(sources, at) : [];
    const people = names.filter((name) => isPerson(sources, name));
    if (people.length > 0)
      return people.length === names.length && isCalledSo(sources, party, names, over) ? people : [];
    if (sources.lexicon.partyOutsiders.has(token.lemma)) return [];
    over ||= token.text === ',';
    marked ||= /^([:,(]|like|including|such|as|especially|notably)$/.test(token.lower);
    if (!/^(ADJ|NOUN|PROPN|PUNCT|DET)$/.test(token.upos) && !marked) return [];
    if (/^[.;!?]$/.test(token.text)) return [];
    plural ||= isPlural(sources, at);
  }
  return [];
}

const isDescription = (token: Token | undefined): boolean =>
  /^(ADJ|NOUN|PROPN)$/.test(token?.upos ?? '') || token?.text === '-';

/** The names of a list, each of which may have a title before it: 'Senator X and Congresswoman Y'. */
function peopleListed(sources: RelationSources, first: number): Mention[] {
  const { tokens } = sources.context.document;
  const names = namesListed(sources, first);
  const last = names.at(-1)?.last;
  if (last === undefined) return [];
  let at = last + 1;
  if (tokens[at]?.text === ',') at++;
  if (/^(and|&)$/.test(tokens[at]?.lower ?? '')) at++;
  else return names;
  for (const end = at + longestLead; at < end && isDescription(tokens[at]); at++) {
    const more = peopleListed(sources, at);
    if (more.length > 0) return [...names, ...more];
  }
  return names;
}

/** 'Two Democrats, environmentalist X and fund manager Y,': by the tree. */
function beside(sources: RelationSources, party: Mention): Mention[] {
  const { document } = sources.context;
  if (!isPlural(sources, party.head)) return [];
  return children(document, party.head, 'appos')
    .flatMap(({ i }) => coordinated(document, i))
    .map((token) => sources.table.mentionHeadedBy(token))
    .filter((mention): mention is Mention => mention?.form === 'name' && isPerson(sources, mention));
}

/** 'Republican candidates include X, Y and Z', 'the Democratic senators are X and Y': who are told one by one behind the verb. */
function counted(sources: RelationSources, party: Mention): Mention[] {
  const { document } = sources.context;
  const own = document.tokens[party.head];
  const noun = own?.xpos === 'NNS' || own?.xpos === 'NNPS' ? own : headOf(document, party.head);
  if (noun === undefined || !isPlural(sources, noun.i) || !hasRelation(noun, 'nsubj')) return [];
  if (sources.lexicon.partyOutsiders.has(noun.lemma)) return [];
  const verb = headOf(document, noun.i);
  if (verb === undefined) return [];
  const isList = child(document, verb.i, 'cop') !== undefined && verb.upos === 'PROPN';
  const first = isList
    ? [verb]
    : /^(include|comprise)$/.test(verb.lemma)
      ? children(document, verb.i, 'obj')
      : [];
  return first
    .flatMap(({ i }) => coordinated(document, i))
    .flatMap((token) => sources.table.mentionHeadedBy(token) ?? [])
    .filter((mention) => mention.form === 'name' && isPerson(sources, mention));
}

const isPerson = (sources: RelationSources, { entity }: Mention): boolean =>
  sources.table.byId(entity)?.kind === 'person';

const isPlural = (sources: RelationSources, at: number): boolean =>
  /^(NNS|NNPS)$/.test(sources.context.document.tokens[at]?.xpos ?? '');

/**
 * After a comma the names must be several and closed by another mark, and the party itself counted: 'Two Democrats, X and Y,'. Else it
 * is the next of a list or the subject of the clause: 'Among Republicans, X leads'.
 */
function isCalledSo(
  sources: RelationSources,
  party: Mention,
  names: readonly Mention[],
  over: boolean,
): boolean {
  const { tokens } = sources.context.document;
  if (!over) return true;
  if (/^(including|like|as|especially|notably)$/.test(tokens[(names[0]?.first ?? 0) - 1]?.lower ?? ''))
    return true;
  const after = tokens[(names.at(-1)?.last ?? 0) + 1];
  return names.length > 1 && tokens[party.first - 1]?.upos === 'NUM' && after?.upos === 'PUNCT';
}
