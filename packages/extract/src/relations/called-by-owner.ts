import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

interface Tie {
  readonly type: string;
  /** Does the tie run from the body to its owner? */
  readonly upwards?: boolean;
}

/** What a body is to whom it is named by, by its last word. */
function tieOf(owner: Entity, body: Entity): Tie | undefined {
  const noun = body.name.split(' ').at(-1)?.toLowerCase() ?? '';
  if (owner.kind === 'person') {
    if (/^(cabinet|militia|gang)$/.test(noun)) return { type: 'LEADS' };
    return body.groupKind === 'company' ? { type: 'OWNS' } : undefined;
  }
  if (owner.groupKind === 'state' || owner.kind === 'place') return undefined;
  if (/^parent( company)?$/.test(body.name.split(/['’]s? /).at(-1) ?? ''))
    return { type: 'OWNS', upwards: true };
  return body.groupKind !== 'party' ? { type: 'PART_OF', upwards: true } : undefined;
}

/**
 * "Scooter Braun's company", "Gazprom's Armenian subsidiary", 'the cabinet of X': bodies that have no name but their
 * owner's are led or owned by a person, and are parts of a body.
 */
export function calledByOwner(sources: RelationSources): FoundRelation[] {
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const body = table.byId(mention.entity);
    if (body === undefined || mention.form !== 'name' || !/^names\.(owned|unnamed-part)$/.test(body.rule))
      return [];
    const inner =
      table
        .mentionsAt(mention.first)
        .findLast((other) => other.first === mention.first && other.last < mention.last) ??
      ownerBefore(sources, mention);
    const owner = inner === undefined ? undefined : table.byId(inner.entity);
    const tie = owner === undefined || owner.id === body.id ? undefined : tieOf(owner, body);
    if (owner === undefined || tie === undefined) return [];
    const [from, to] = tie.upwards === true ? [body.id, owner.id] : [owner.id, body.id];
    return [
      {
        type: tie.type,
        from,
        to,
        trigger: mention.head,
        rule: 'relations.called-by-owner',
        confidence: 0.7,
      },
    ];
  });
}

/** 'its' or 'whose' right before a body that is called by its owner. */
function ownerBefore(sources: RelationSources, { first }: Mention): Mention | undefined {
  const word = sources.context.document.tokens[first - 1];
  if (word?.lower === 'its') return sources.table.mentionHeadedBy(word.i);
  if (word?.lower !== 'whose') return undefined;
  const comma = sources.context.document.tokens[word.i - 1]?.text === ',';
  return nameUpTo(sources, comma ? word.i - 2 : word.i - 1);
}
