import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { AttributedTo } from './evaluation.ts';
import type { EventMention, EventSources } from './find.ts';

/** '“It is time for Chad to act,” the envoy said', 'the time has come to end the war': what somebody says it is time for is asked of whoever is to do it. */
export function findAppeals(sources: EventSources, attributedTo: AttributedTo): EventMention[] {
  const { document, roles, actors, dating } = sources;
  const times = document.tokens.filter(({ lemma }) => lemma === 'time');
  return times.flatMap((noun) => {
    const deeds = deedsDue(document, noun);
    const speaker = deeds.length === 0 ? null : attributedTo(noun.i);
    if (speaker === null) return [];
    const asked = [
      ...deeds.flatMap(({ i }) => roles.at(i).slots.subject ?? []),
      ...children(document, noun.i)
        .filter(({ i }) => child(document, i, 'case')?.lower === 'for')
        .map(({ i }) => i),
    ];
    return [
      {
        trigger: noun.i,
        sentence: noun.sentence,
        type: 'REQUEST',
        mode: 'must',
        rule: 'event.request.time',
        actors: [speaker],
        targets: actors.doers(asked).filter((id) => id !== speaker),
        actorTokens: [],
        targetTokens: asked,
        place: null,
        date: dating.dateOf(noun.i) ?? null,
        status: 'held',
        predication: roles.at(noun.i),
      },
    ];
  });
}

/** The infinitives behind 'it is time', 'the time has come'; none behind 'the first time', 'no time'. */
function deedsDue(document: AnnotatedDocument, noun: Token): Token[] {
  const below = children(document, noun.i);
  const subject = below.find(({ deprel }) => deprel === 'nsubj' || deprel === 'expl');
  const isSaid = below.some(({ deprel, lower }) => deprel === 'cop' && /^(?:is|'s|’s|was)$/.test(lower));
  const hasCome = noun.deprel === 'nsubj' && document.tokens[noun.head]?.lemma === 'come';
  if (!hasCome && (!isSaid || (subject !== undefined && subject.lower !== 'it'))) return [];
  if (
    below.some(
      ({ deprel, lower }) =>
        (deprel === 'amod' && lower !== 'high') || /^(?:no|not|n't|first|last)$/.test(lower),
    )
  )
    return [];
  const behind = [...below, ...(hasCome ? children(document, noun.head) : [])];
  return behind.filter(
    ({ i, upos }) => i > noun.i && upos === 'VERB' && child(document, i, 'mark')?.lower === 'to',
  );
}
