import { child, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import { joinedBefore } from './owners.ts';
import { isNegated } from './patterns.ts';
import { namedBy, nameFrom, namesListed, nameUpTo, withPreposition } from './phrases.ts';
import { namesakesOf } from './surnames.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** "Qadafo's sister Halima", "Kamran's younger brother, Kaveh", "is Ludmila's former husband", 'the daughter of Aung San'. */
export function kinship(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return [
    ...document.tokens
      .filter((token) => sources.lexicon.kin.has(kinWord(sources, token)))
      .flatMap((token) => relativesBy(sources, token)),
    ...firstLadies(sources),
    ...siblings(sources),
  ];
}

/** 'the brothers Edgardo and Wilfredo Tansiongco': two who are that to each other; told once. */
function siblings(sources: RelationSources): FoundRelation[] {
  const several = occurrencesOf(sources.context.document, [
    'brothers',
    'sisters',
    'siblings',
    'twins',
    'cousins',
  ]);
  return several.flatMap((token) => {
    const [first, second, third] = namesListed(sources, token.i + 1).filter(
      ({ entity }) => sources.table.byId(entity)?.kind === 'person',
    );
    return first === undefined ||
      second === undefined ||
      third !== undefined ||
      first.entity === second.entity
      ? []
      : [
          {
            type: 'FAMILY_OF',
            from: first.entity,
            to: second.entity,
            trigger: token.i,
            rule: 'relations.siblings',
            confidence: 0.8,
          },
        ];
  });
}

/** How many words may stand between 'and' and the name of a first lady: 'the first lady,'. */
const longestTitle = 4;

/** 'Mr. Obama and the first lady, Michelle Obama': who is named beside somebody of the same surname as first lady. */
function firstLadies(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { tokens } = document;
  const ladies = occurrencesOf(document, ['lady']).filter(({ i }) => tokens[i - 1]?.lower === 'first');
  return ladies.flatMap((token) => {
    let and = token.i - 2;
    while (and > token.i - longestTitle && tokens[and]?.upos === 'DET') and--;
    const head = tokens[and]?.lower === 'and' ? nameUpTo(sources, and - 1) : undefined;
    const lady = nameFrom(sources, token.i + 1) ?? nameFrom(sources, token.i + 2);
    const surnames = [head, lady].map((name) =>
      sources.table
        .byId(name?.entity ?? '')
        ?.name.split(' ')
        .at(-1),
    );
    if (
      head === undefined ||
      lady === undefined ||
      head.entity === lady.entity ||
      surnames[0] !== surnames[1]
    )
      return [];
    return [
      {
        type: 'FAMILY_OF',
        from: lady.entity,
        to: head.entity,
        trigger: token.i,
        rule: 'relations.first-lady',
        confidence: 0.7,
      },
    ];
  });
}

function relativesBy(sources: RelationSources, token: Token): FoundRelation[] {
  const { document } = sources.context;
  const parts = [token, ...inLaw(sources, token)];
  const owning = [
    ...parts.flatMap((part) => [
      ...children(document, part.i, 'nmod:poss'),
      ...withPreposition(sources, part, 'of'),
    ]),
    ...ownerOfTie(sources, token),
  ];
  const relative = personAt(
    sources,
    parts.flatMap((part) => relatives(sources, part, parts)),
  );
  const isPronoun = /^(his|her|their)$/.test(owning[0]?.lower ?? '');
  const told =
    (isPronoun && relative !== undefined ? namesakeBefore(sources, relative, token) : undefined) ??
    personAt(sources, owning);
  const isOpen = told === relative || (owning.length === 0 && isBare(sources, token));
  const owner = isOpen ? subjectOfSentenceBefore(sources, token) : told;
  if (owner === undefined || relative === undefined || owner === relative || isNegated(sources, token.i))
    return [];
  return [
    {
      type: 'FAMILY_OF',
      from: relative,
      to: owner,
      trigger: token.i,
      rule: 'relations.kin',
      confidence: 0.85,
    },
  ];
}

/** 'The cousin, X,': no other word says whose. */
function isBare({ context: { document } }: RelationSources, { i, xpos }: Token): boolean {
  const { tokens } = document;
  return xpos === 'NN' && tokens[i - 1]?.lower === 'the' && tokens[i + 1]?.text === ',';
}

/** The one person named in the sentence before, as its subject: whose relative 'X, his sister,' and 'the sister, X,' are. */
function subjectOfSentenceBefore(
  { context: { document }, table }: RelationSources,
  { sentence }: Token,
): string | undefined {
  const named = table.mentions.filter(
    ({ first, form, entity }) =>
      document.tokens[first]?.sentence === sentence - 1 &&
      form !== 'nominal' &&
      table.byId(entity)?.kind === 'person',
  );
  const [only, other] = new Set(named.map(({ entity }) => entity));
  const isSubject = named.some(({ head }) => document.tokens[head]?.deprel.startsWith('nsubj'));
  return isSubject && other === undefined ? only : undefined;
}

/** 'His sister, Joanne Whitcombe': the one person told of before who has the relative's surname, whoever the pronoun was taken for. */
function namesakeBefore(sources: RelationSources, relative: string, { i }: Token): string | undefined {
  const before = new Set(
    sources.table.mentions.flatMap(({ entity, first, form }) =>
      first < i && form === 'name' && sources.table.byId(entity)?.kind === 'person' ? [entity] : [],
    ),
  );
  const [only, other] = namesakesOf(sources, relative, [...before]);
  return other === undefined ? only : undefined;
}

/** "Trump's divorce from wife Ivana", "her dispute with brother Ali": whose the affair is, where the relative stands with no owner of its own. */
function ownerOfTie(sources: RelationSources, noun: Token): Token[] {
  const { document } = sources.context;
  const before = document.tokens[noun.i - 1];
  const affair = document.tokens[noun.i - 2];
  return before?.upos === 'ADP' && affair?.upos === 'NOUN' && nameFrom(sources, noun.i + 1) !== undefined
    ? children(document, affair.i, 'nmod:poss')
    : [];
}

/** The last token of 'brother-in-law', on which the parser may hang what belongs to the word. */
export function inLaw(sources: RelationSources, token: Token): Token[] {
  const law = sources.context.document.tokens[token.i + 4];
  return law?.lower === 'law' ? [law] : [];
}

/** The word with what a hyphen joins to it: 'brother-in-law' is three tokens and more. */
function kinWord(sources: RelationSources, token: Token): string {
  const { tokens } = sources.context.document;
  return tokens[token.i + 1]?.text === '-' ? `${token.lemma}-in-law` : token.lemma.toLowerCase();
}

/** Who is called by a word for relatives: named beside it, said to be it ('is her sister'), or what it is joined to. */
function relatives(sources: RelationSources, noun: Token, parts: readonly Token[]): Token[] {
  const { document } = sources.context;
  const governor = headOf(document, noun.i);
  const copula = parts.map(({ i }) => child(document, i, 'cop')).find((verb) => verb !== undefined);
  const seems = copula?.lower === 'be' && hasRelation(noun, 'xcomp') ? governor : undefined;
  const subject =
    copula === undefined
      ? []
      : [
          ...children(document, noun.i, 'nsubj'),
          ...(seems === undefined ? [] : children(document, seems.i, 'nsubj')),
        ];
  const isSaidToBe =
    hasRelation(noun, 'nsubj') &&
    governor?.upos === 'PROPN' &&
    child(document, governor.i, 'cop') !== undefined;
  return [
    ...namedBy(sources, noun),
    ...subject,
    ...(isSaidToBe ? [governor] : []),
    ...(governor !== undefined && hasRelation(noun, 'conj') && governor.upos !== 'PROPN' ? [governor] : []),
  ];
}

function personAt(sources: RelationSources, tokens: readonly Token[]): string | undefined {
  for (const token of tokens) {
    const joined = /^(his|her)$/.test(token.lower) ? joinedBefore(sources, token.i) : undefined;
    if (joined !== undefined) return joined.entity;
    const antecedent = /^(who|which|that)$/.test(token.lower) ? relativeHead(sources, token) : token.i;
    const mention = sources.table
      .mentionsAt(antecedent)
      .find((other) => sources.table.byId(other.entity)?.kind === 'person');
    if (mention !== undefined) return mention.entity;
    const beside = children(sources.context.document, antecedent, 'appos').flatMap(
      ({ i }) => sources.table.mentionHeadedBy(i) ?? [],
    );
    const person = beside.find((other) => sources.table.byId(other.entity)?.kind === 'person');
    if (person !== undefined) return person.entity;
  }
  return undefined;
}

/** What 'who' stands for: the noun that its clause hangs on. */
function relativeHead(sources: RelationSources, relative: Token): number {
  const clause = headOf(sources.context.document, relative.i);
  return clause !== undefined && clause.deprel.startsWith('acl') ? clause.head : relative.i;
}
