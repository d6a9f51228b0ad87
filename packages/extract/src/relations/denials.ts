import { children, headOf } from '@dragoman/nlp';
import type { FoundRelation, RelationSources } from './source.ts';
import { tokensTagged } from '../word-index.ts';

/**
 * What is denied by those it was said of: 'Eritrea says the militia is armed by Ethiopia. Addis Ababa denied this.' gives the
 * relations of the sentence before (or of the same one) again, as denied by their actor.
 */
export function deniedRelations(sources: RelationSources, found: readonly FoundRelation[]): FoundRelation[] {
  const { document } = sources.context;
  return tokensTagged(document, 'VERB').flatMap((verb) => {
    if (!sources.lexicon.denying.has(verb.lemma) || !deniesWhatWasSaid(sources, verb.i)) return [];
    const deniers = sources.actors.actors(sources.roles.at(verb.i).slots['subject'] ?? []);
    return found
      .filter(
        ({ trigger, from, denied, type }) =>
          denied !== true &&
          type !== 'SPOKE_FOR' &&
          deniers.includes(from) &&
          isJustBefore(sources, trigger, verb.i) &&
          !isInSubject(sources, trigger, verb.i),
      )
      .map((relation) => ({
        ...relation,
        denied: true,
        deniedBy: relation.from,
        trigger: verb.i,
        rule: `${relation.rule}+denied`,
      }));
  });
}

function deniesWhatWasSaid(sources: RelationSources, verb: number): boolean {
  const { document } = sources.context;
  return children(document, verb, 'obj').some(
    (object) => sources.lexicon.denied.has(object.lower) && children(document, object.i, 'acl').length === 0,
  );
}

/** "Nova Steel's parent, the Tarrant Group, denied it": what tells who the denier is, is not denied. */
function isInSubject(sources: RelationSources, trigger: number, verb: number): boolean {
  const { document } = sources.context;
  for (let token = document.tokens[trigger]; token !== undefined; token = headOf(document, token.i))
    if (token.head === verb) return token.deprel.startsWith('nsubj');
  return false;
}

function isJustBefore(sources: RelationSources, trigger: number, verb: number): boolean {
  const { tokens } = sources.context.document;
  const distance = (tokens[verb]?.sentence ?? 0) - (tokens[trigger]?.sentence ?? 0);
  return trigger < verb && distance >= 0 && distance <= 1;
}
