import { hasRelation, headOf } from '@dragoman/nlp';
import { possessorBefore } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** 'NATO member Estonia': a body, 'member', and the member's name. */
export function labelledMembers(sources: RelationSources): FoundRelation[] {
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

/** "Trudeau's Liberal Party", 'her National League for Democracy': a party and whose it is. */
export function ownParties(sources: RelationSources): FoundRelation[] {
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

/** 'Democrat X', 'X, the top Democrat on …': a member of the party. */
export function partyMembers(sources: RelationSources): FoundRelation[] {
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
