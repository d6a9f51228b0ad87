import type { Token } from '@dragoman/nlp';
import { isPossessive } from '../names/runs.ts';
import { occurrencesOf } from '../word-index.ts';
import { nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words of a noun phrase may follow the participle: 'the Iran-backed Shiite militia Kataib Hezbollah'. */
const longestPhrase = 6;

/** 'the Iran-backed Houthis', 'Saudi-led coalition', 'the Adani-owned broadcaster NDTV': a name, a hyphen and a participle before a name. */
export function compounds(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return occurrencesOf(document, ['-']).flatMap((hyphen) => {
    const token = document.tokens[hyphen.i + 1];
    if (token === undefined) return [];
    const type = sources.lexicon.compounds.get(token.lower);
    if (type === undefined) return [];
    const doer = nameUpTo(sources, token.i - 2);
    const from = doer === undefined ? undefined : sources.table.actorAt(doer.head);
    const to = groupAfter(sources, token);
    if (from === undefined || to === undefined || from.id === to) return [];
    return [
      {
        type,
        from: from.id,
        to,
        trigger: token.i,
        rule: `relations.compound.${token.lower}`,
        confidence: 0.75,
      },
    ];
  });
}

/** 'the pro-Clinton Priorities USA', "the nominee's anti-NATO stance": for or against whom the word names behind its hyphen. */
export function stances(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  const stanced = tokens.filter(
    ({ i, text }) =>
      /^([Pp]ro|[Aa]nti)-\p{Lu}/u.test(text) && !/^(war|invasion)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  return stanced.flatMap((token) => {
    const [side, about] = token.lower.split('-');
    const type = stanceTypes[side ?? ''];
    const to = type === undefined || about === undefined ? undefined : calledBy(sources, about);
    if (type === undefined || to === undefined) return [];
    const from = groupAfter(sources, token) ?? ownerOfStance(sources, token);
    return from === undefined || from === to
      ? []
      : [{ type, from, to, trigger: token.i, rule: `relations.stance.${side}`, confidence: 0.65 }];
  });
}

/** 'Hamas and allied Islamic Jihad fighters': the second is the first one's ally. */
export function alliedBodies(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const allied = occurrencesOf(document, ['allied']).filter(
    ({ i }) => document.tokens[i - 1]?.lower === 'and',
  );
  return allied.flatMap((token) => {
    const first = nameUpTo(sources, token.i - 2);
    const to = first === undefined ? undefined : sources.table.actorAt(first.head)?.id;
    const from = groupAfter(sources, token);
    return to === undefined || from === undefined || from === to
      ? []
      : [
          {
            type: 'ALLIED_WITH',
            from,
            to,
            trigger: token.i,
            rule: 'relations.allied-bodies',
            confidence: 0.7,
          },
        ];
  });
}

/** Who is called by one lower-cased word: the last of a person's name, or a name of a body or state. */
function calledBy(sources: RelationSources, word: string): string | undefined {
  const { table } = sources;
  return table.entities.find(({ id, kind, name, aliases }) => {
    if (table.mentionsOf(id).length === 0 || kind === 'place') return false;
    const names = [name, ...aliases].map((each) => each.toLowerCase());
    return names.includes(word) || (kind === 'person' && name.toLowerCase().endsWith(` ${word}`));
  })?.id;
}

const stanceTypes: Readonly<Record<string, string>> = { pro: 'ALLIED_WITH', anti: 'OPPOSES' };

/** "Trump's pro-Russian, anti-NATO stance": whose stance it is. */
function ownerOfStance(sources: RelationSources, token: Token): string | undefined {
  const { tokens } = sources.context.document;
  const noun = tokens.slice(token.i + 1, token.i + 4).find(({ upos }) => upos === 'NOUN');
  if (
    noun === undefined ||
    !/^(stance|policy|position|rhetoric|view|campaign|agenda|line|platform|message|sentiment)$/.test(
      noun.lemma,
    )
  )
    return undefined;
  for (let at = token.i - 1; at >= token.i - longestPhrase; at--) {
    const before = tokens[at];
    if (before === undefined) return undefined;
    if (isPossessive(before))
      return sources.table.mentionsAt(at - 1).find((mention) => mention.last === at - 1)?.entity;
    if (/^(his|her|its|their)$/.test(before.lower)) return sources.table.mentionHeadedBy(at)?.entity;
    if (!/^(ADJ|PROPN|NOUN)$/.test(before.upos) && !/^[-,]$/.test(before.text) && before.lower !== 'and')
      return undefined;
  }
  return undefined;
}

/** The group that the noun phrase behind a participle names. */
function groupAfter(sources: RelationSources, participle: Token): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = participle.i + 1; at <= participle.i + longestPhrase; at++) {
    const token = tokens[at];
    if (token === undefined || (!/^(ADJ|NOUN|PROPN)$/.test(token.upos) && !/^\p{Lu}/u.test(token.text)))
      return undefined;
    const mention = sources.table.mentionsAt(at).findLast((other) => other.first === at);
    const group = mention === undefined ? undefined : sources.table.byId(mention.entity);
    if (group?.kind === 'group' && group.groupKind !== 'state') return group.id;
  }
  return undefined;
}
