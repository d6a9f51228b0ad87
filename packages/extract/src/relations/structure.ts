import { child, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { foldName } from '../names/text.ts';
import { isNegated } from './patterns.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Relations that the build of a noun phrase tells: relatives, seats, parts of bodies and places. */
export function structuralRelations(sources: RelationSources): FoundRelation[] {
  return [
    ...kinship(sources),
    ...seats(sources),
    ...ownedBodies(sources),
    ...bodiesInBodies(sources),
    ...placesInPlaces(sources),
    ...labelledMembers(sources),
    ...partsByName(sources),
    ...placesOfStates(sources),
    ...partyMembers(sources),
    ...ownParties(sources),
  ];
}

/** "Qadafo's sister Halima", "Kamran's younger brother, Kaveh", "is Ludmila's former husband", 'the daughter of Aung San'. */
function kinship(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return document.tokens.flatMap((token) => {
    if (!sources.lexicon.kin.has(kinWord(sources, token))) return [];
    const parts = [token, ...inLaw(sources, token)];
    const owner = personAt(
      sources,
      parts.flatMap((part) => [
        ...children(document, part.i, 'nmod:poss'),
        ...withPreposition(sources, part, 'of'),
      ]),
    );
    const relative = personAt(
      sources,
      parts.flatMap((part) => holders(sources, part)),
    );
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
  });
}

/** The last token of 'brother-in-law', on which the parser may hang what belongs to the word. */
function inLaw(sources: RelationSources, token: Token): Token[] {
  const law = sources.context.document.tokens[token.i + 4];
  return law?.lower === 'law' ? [law] : [];
}

/** The word with what a hyphen joins to it: 'brother-in-law' is three tokens and more. */
function kinWord(sources: RelationSources, token: Token): string {
  const { tokens } = sources.context.document;
  return tokens[token.i + 1]?.text === '-' ? `${token.lemma}-in-law` : token.lemma.toLowerCase();
}

function withPreposition(sources: RelationSources, token: Token, preposition: string): Token[] {
  const { document } = sources.context;
  return children(document, token.i, 'nmod').filter(
    (phrase) => child(document, phrase.i, 'case')?.lower === preposition,
  );
}

/** Who is called by a noun: in apposition either way, as the subject of 'is', or as the name right after it. */
function holders(sources: RelationSources, noun: Token): Token[] {
  const { document } = sources.context;
  const governor = headOf(document, noun.i);
  const apposed = children(document, noun.i, 'appos');
  const above =
    governor !== undefined &&
    (hasRelation(noun, 'appos') || hasRelation(noun, 'compound') || hasRelation(noun, 'conj'))
      ? [governor]
      : [];
  const subject = child(document, noun.i, 'cop') === undefined ? [] : children(document, noun.i, 'nsubj');
  const next = document.tokens[noun.i + 1];
  const after = next !== undefined && sources.table.mentionAt(next.i)?.first === next.i ? [next] : [];
  return [
    ...after,
    ...overComma(sources, noun),
    ...apposed,
    ...subject,
    ...children(document, noun.i, 'flat'),
    ...above,
  ];
}

/** "his successor, Prabowo Subianto," where the parser took the name for one more of a list. */
function overComma(sources: RelationSources, noun: Token): Token[] {
  const { document } = sources.context;
  const name = document.tokens[noun.i + 2];
  const owned = children(document, noun.i, 'nmod:poss').length > 0;
  return owned &&
    document.tokens[noun.i + 1]?.text === ',' &&
    name !== undefined &&
    sources.table.mentionAt(name.i)?.first === name.i
    ? [name]
    : [];
}

function personAt(sources: RelationSources, tokens: readonly Token[]): string | undefined {
  for (const token of tokens) {
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

/** 'the Rift Futures Institute in Nairobi', 'the Brussels-based Egmont Foundation', 'US troops in Japan'. */
function seats(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    const group = sources.table.byId(mention.entity);
    if (group?.kind !== 'group' || group.groupKind === 'state' || mention.form === 'pronoun') return [];
    const places = [...placedIn(sources, mention), ...basedBefore(sources, mention)];
    return places.map((place): FoundRelation => ({
      type: 'BASED_IN',
      from: group.id,
      to: place,
      trigger: mention.head,
      rule: 'relations.seat',
      confidence: 0.7,
    }));
  });
}

function placedIn(sources: RelationSources, mention: Mention): string[] {
  const { document } = sources.context;
  const nouns = [mention.head, ...apposedTo(sources, mention)];
  return nouns.flatMap((noun) =>
    children(document, noun, 'nmod')
      .filter((phrase) => phrase.i > noun && child(document, phrase.i, 'case')?.lower === 'in')
      .flatMap((phrase) => placeNamed(sources, phrase.i)),
  );
}

/** Nouns in apposition to a name, whichever of its words the parser hung them on. */
function apposedTo(sources: RelationSources, mention: Mention): number[] {
  const { document } = sources.context;
  const words = document.tokens.slice(mention.first, mention.last + 1);
  return words
    .flatMap(({ i }) => children(document, i, 'appos'))
    .filter(({ i }) => i > mention.last)
    .map(({ i }) => i);
}

function placeNamed(sources: RelationSources, token: number): string[] {
  const mention = sources.table.mentionHeadedBy(token) ?? sources.table.mentionAt(token);
  if (mention === undefined || mention.form !== 'name') return [];
  const place =
    sources.table.byId(mention.entity)?.kind === 'place' ? sources.table.byId(mention.entity) : undefined;
  return place === undefined ? [] : [place.id];
}

/** 'Brussels-based' before a name, or before a noun that the name stands beside. */
function basedBefore(sources: RelationSources, mention: Mention): string[] {
  const { document } = sources.context;
  const heads = [mention.head, ...apposedTo(sources, mention)];
  return heads.flatMap((head) =>
    children(document, head).flatMap((part) => {
      if (part.lower !== 'based' && !part.lower.endsWith('-based')) return [];
      const place = document.tokens[part.i - 2];
      return document.tokens[part.i - 1]?.text === '-' && place !== undefined
        ? (sources.table.placeAt(place.i)?.id ?? [])
        : [];
    }),
  );
}

/** A body named with its state: 'Ethiopian Foreign Ministry', "Moldova's parliament", 'US military'. */
function ownedBodies(sources: RelationSources): FoundRelation[] {
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const body = table.byId(mention.entity);
    if (
      mention.form !== 'name' ||
      body?.kind !== 'group' ||
      !/^(government_body|military)$/.test(body.groupKind ?? '')
    )
      return [];
    const inner = table
      .mentionsAt(mention.first)
      .find(
        (other) =>
          other.entity !== mention.entity && other.last < mention.head && other.first >= mention.first,
      );
    const owner = inner === undefined ? undefined : table.actorAt(inner.head);
    if (owner === undefined || owner.kind !== 'group') return [];
    return [
      {
        type: 'PART_OF',
        from: body.id,
        to: owner.id,
        trigger: mention.head,
        rule: 'relations.owned-body',
        confidence: 0.7,
      },
    ];
  });
}

/** "Tufts University's Feinstein International Center", 'the Nuclear Policy Program at the Carnegie Endowment'. */
function bodiesInBodies(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const inner = table.byId(mention.entity);
    if (mention.form !== 'name' || inner?.kind !== 'group' || inner.groupKind === 'state') return [];
    const owners = [
      ...possessorBefore(sources, mention),
      ...withPreposition(sources, document.tokens[mention.head] as Token, 'at').map(({ i }) =>
        table.mentionHeadedBy(i),
      ),
    ];
    return owners.flatMap((owner) => {
      const outer = owner === undefined || owner.form !== 'name' ? undefined : table.byId(owner.entity);
      if (outer?.kind !== 'group' || outer.groupKind === 'state' || outer.id === inner.id) return [];
      return [
        {
          type: 'PART_OF',
          from: inner.id,
          to: outer.id,
          trigger: mention.head,
          rule: 'relations.body-in-body',
          confidence: 0.65,
        },
      ];
    });
  });
}

function possessorBefore(sources: RelationSources, mention: Mention): Mention[] {
  const ending = sources.context.document.tokens[mention.first - 1];
  if (ending === undefined || !isPossessive(ending)) return [];
  const owner = sources.table.mentionsAt(ending.i - 1).findLast((other) => other.last === ending.i - 1);
  return owner === undefined ? [] : [owner];
}

/** 'Bratislava, Slovakia', 'Sarkh, Logar': a place and right after a comma the one it lies in. */
function placesInPlaces(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const outer = table.byId(mention.entity);
    if (
      mention.form !== 'name' ||
      outer?.kind !== 'place' ||
      document.tokens[mention.first - 1]?.text !== ','
    )
      return [];
    const before = table.mentionsAt(mention.first - 2).findLast((other) => other.last === mention.first - 2);
    const inner = before === undefined ? undefined : table.byId(before.entity);
    if (
      inner?.kind !== 'place' ||
      !liesIn(inner, outer) ||
      (/^(,|and)$/.test(document.tokens[mention.last + 1]?.lower ?? '') && outer.placeKind !== 'country')
    )
      return [];
    return [
      {
        type: 'PART_OF',
        from: inner.id,
        to: outer.id,
        trigger: mention.head,
        rule: 'relations.place-in-place',
        confidence: 0.75,
      },
    ];
  });
}

/** May a place lie in another, by their kinds and by the states the gazetteer has them in? */
function liesIn(inner: Entity, outer: Entity): boolean {
  if (inner.placeKind === 'country' || (outer.placeKind !== 'country' && outer.placeKind !== 'region'))
    return false;
  if (outer.placeKind === 'country') return inner.country === undefined || inner.country === outer.gazetteer;
  return (
    inner.placeKind !== 'region' &&
    (inner.country === undefined || outer.country === undefined || inner.country === outer.country)
  );
}

/** 'NATO member Estonia': a body, 'member', and the member's name. */
function labelledMembers(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return document.tokens.flatMap((token) => {
    if (token.lower !== 'member' && token.lower !== 'members') return [];
    const body = table.mentionsAt(token.i - 1).findLast((mention) => mention.last === token.i - 1);
    const member = table.mentionAt(token.i + 1);
    const group = body === undefined ? undefined : table.byId(body.entity);
    if (group?.kind !== 'group' || group.groupKind === 'state' || member?.first !== token.i + 1) return [];
    const who = table.actorAt(member.head);
    return who === undefined
      ? []
      : [
          {
            type: 'MEMBER_OF',
            from: who.id,
            to: group.id,
            trigger: token.i,
            rule: 'relations.member-label',
            confidence: 0.8,
          },
        ];
  });
}

/** 'Senate Armed Services Committee' beside 'Senate', 'UN Security Council' beside the UN: a body whose name begins with another's. */
function partsByName(sources: RelationSources): FoundRelation[] {
  const groups = sources.table.entities.filter(
    (entity) =>
      entity.kind === 'group' &&
      entity.groupKind !== 'state' &&
      sources.table.mentionsOf(entity.id).length > 0,
  );
  return groups.flatMap((part) => {
    const whole = groups.find(
      (other) => other !== part && other.groupKind !== 'party' && beginsWith(part, other),
    );
    const mention = sources.table.mentionsOf(part.id)[0];
    if (
      whole === undefined ||
      mention === undefined ||
      !/^(government_body|igo|media|other)$/.test(part.groupKind ?? '')
    )
      return [];
    return [
      {
        type: 'PART_OF',
        from: part.id,
        to: whole.id,
        trigger: mention.head,
        rule: 'relations.part-by-name',
        confidence: 0.6,
      },
    ];
  });
}

/** Does a name of a body begin with a name of another, whatever its full stops? */
function beginsWith(part: Entity, whole: Entity): boolean {
  const names = (entity: Entity): string[] => [entity.name, ...entity.aliases].map(foldName);
  return names(part).some((name) =>
    names(whole).some((start) => start !== '' && name.startsWith(`${start} `)),
  );
}

/** "Trudeau's Liberal Party", 'her National League for Democracy': a party and whose it is. */
function ownParties(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const party = table.byId(mention.entity);
    if (party?.groupKind !== 'party' || mention.form !== 'name') return [];
    const before = document.tokens[mention.first - 1];
    const owner =
      before?.deprel === 'nmod:poss' ? table.mentionHeadedBy(before.i) : possessorBefore(sources, mention)[0];
    if (owner === undefined || table.byId(owner.entity)?.kind !== 'person') return [];
    return [
      {
        type: 'MEMBER_OF',
        from: owner.entity,
        to: party.id,
        trigger: mention.head,
        rule: 'relations.own-party',
        confidence: 0.7,
      },
    ];
  });
}

/** 'the Danish island of Bornholm', "southern Syria's al-Tanf": a place and the state or place that owns it. */
function placesOfStates(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const place = table.byId(mention.entity);
    if (place?.kind !== 'place' || place.placeKind === 'country' || mention.form !== 'name') return [];
    const possessor = possessorBefore(sources, mention)[0];
    const noun = headOf(document, mention.head);
    const described =
      noun?.upos === 'NOUN' && child(document, mention.head, 'case')?.lower === 'of' && noun.i < mention.first
        ? children(document, noun.i, 'amod')
        : [];
    const owner =
      possessor ?? described.map(({ i }) => table.mentionHeadedBy(i)).find((found) => found !== undefined);
    const whole = owner === undefined ? undefined : table.byId(owner.entity);
    if (
      whole === undefined ||
      whole.kind === 'person' ||
      (whole.kind === 'group' && whole.groupKind !== 'state') ||
      whole.id === place.id
    )
      return [];
    return [
      {
        type: 'PART_OF',
        from: place.id,
        to: whole.id,
        trigger: mention.head,
        rule: 'relations.place-of-state',
        confidence: 0.65,
      },
    ];
  });
}

/** 'Democrat X', 'X, the top Democrat on …': a member of the party. */
function partyMembers(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const party = table.byId(mention.entity);
    const token = document.tokens[mention.head];
    if (
      party?.groupKind !== 'party' ||
      token === undefined ||
      token.xpos === 'NNS' ||
      token.xpos === 'NNPS' ||
      token.upos === 'ADJ'
    )
      return [];
    const next = table.mentionAt(mention.last + 1);
    const beside = [
      ...(next === undefined ? [] : [next]),
      ...[headOf(document, token.i)].flatMap((above) =>
        above !== undefined && hasRelation(token, 'appos') ? (table.mentionHeadedBy(above.i) ?? []) : [],
      ),
    ];
    const person = beside.find(
      (other) => table.byId(other.entity)?.kind === 'person' && other.form === 'name',
    );
    return person === undefined
      ? []
      : [
          {
            type: 'MEMBER_OF',
            from: person.entity,
            to: party.id,
            trigger: token.i,
            rule: 'relations.party-member',
            confidence: 0.8,
          },
        ];
  });
}
