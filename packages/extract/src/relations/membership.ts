import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { nameFrom, namesListed } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** 'NATO member Estonia', 'NATO members such as Latvia and Poland', 'members of ASEAN, including Malaysia': a body and who is in it. */
export function labelledMembers(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  return tokens.flatMap((token) => {
    if (token.lower !== 'member' && token.lower !== 'members') return [];
    const of = bodyBehind(sources, token.i);
    const before = bodyEndingAt(sources, token.i - 1);
    const body = before ?? of;
    if (body === undefined) return [];
    const last = body === of ? of.last : token.i;
    return listedAfter(sources, last + 1, token.lower === 'members').flatMap((name): FoundRelation[] => {
      const who = sources.table.actorAt(name.head);
      return who === undefined || who.id === body.entity
        ? []
        : [
            {
              type: 'MEMBER_OF',
              from: who.id,
              to: body.entity,
              trigger: token.i,
              rule: 'relations.member-label',
              confidence: 0.8,
            },
          ];
    });
  });
}

function bodyEndingAt(sources: RelationSources, token: number): Mention | undefined {
  return sources.table
    .mentionsAt(token)
    .findLast((mention) => mention.last === token && isBody(sources.table.byId(mention.entity)));
}

function bodyBehind(sources: RelationSources, noun: number): Mention | undefined {
  const { tokens } = sources.context.document;
  if (tokens[noun + 1]?.lower !== 'of') return undefined;
  const body = nameFrom(sources, tokens[noun + 2]?.upos === 'DET' ? noun + 3 : noun + 2);
  return body !== undefined && isBody(sources.table.byId(body.entity)) ? body : undefined;
}

function isBody(entity: Entity | undefined): boolean {
  return entity?.kind === 'group' && entity.groupKind !== 'state';
}

/** The names that the list after 'members' holds; many words may introduce them: 'states such as', '- especially'. */
function listedAfter(sources: RelationSources, first: number, plural: boolean): Mention[] {
  const { tokens } = sources.context.document;
  let at = first;
  if (/^(states?|countries|country|nations?)$/.test(tokens[at]?.lower ?? '')) at++;
  const direct = namesListed(sources, at);
  if (direct.length > 0 || !plural) return direct.slice(0, plural ? direct.length : 1);
  while (
    /^([-–—,(:]|such|as|including|like|especially|notably|namely|among|them|both|particularly)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at++;
  return at === first ? [] : namesListed(sources, at);
}

/** 'Sarah Yager of Human Rights Watch', 'the Rev. Peter Wherry, of Mayfield Memorial Church': a person and a body right behind. */
export function peopleOfBodies(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  const { table } = sources;
  return table.mentions.flatMap((person) => {
    if (person.form !== 'name' || table.byId(person.entity)?.kind !== 'person') return [];
    let at = person.last + 1;
    if (tokens[at]?.text === ',') at++;
    if (tokens[at]?.lower !== 'of') return [];
    const body = nameFrom(sources, tokens[at + 1]?.upos === 'DET' ? at + 2 : at + 1);
    if (body === undefined || !isBody(table.byId(body.entity))) return [];
    return [
      {
        type: 'MEMBER_OF',
        from: person.entity,
        to: body.entity,
        trigger: body.head,
        rule: 'relations.person-of-body',
        confidence: 0.75,
      },
    ];
  });
}
