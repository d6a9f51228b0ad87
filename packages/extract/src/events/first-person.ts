import type { AnnotatedDocument } from '@dragoman/nlp';
import type { AttributedTo } from './evaluation.ts';
import type { EventMention } from './find.ts';

const firstPerson = /^(?:i|we|me|us)$/;

/** Whoever speaks is 'I' and 'we' in the words the text gives them: '“We reject the plan,” the minister said'. */
export function withSpeaker(
  document: AnnotatedDocument,
  mention: EventMention,
  attributedTo: AttributedTo,
): EventMention {
  const speaker = attributedTo(mention.trigger);
  if (speaker === null) return mention;
  const isSpeaker = (tokens: readonly number[]): boolean =>
    tokens.some((token) => firstPerson.test(document.tokens[token]?.lower ?? ''));
  const { actors, targets, actorTokens, targetTokens } = mention;
  if (actors.length === 0 && isSpeaker(actorTokens))
    return { ...mention, actors: [speaker], targets: targets.filter((id) => id !== speaker) };
  return targets.length === 0 && !actors.includes(speaker) && isSpeaker(targetTokens)
    ? { ...mention, targets: [speaker] }
    : mention;
}
