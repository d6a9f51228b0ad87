import type { AnnotatedDocument } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import type { NameSpan } from './spans.ts';
import { isSmallNoun } from './text.ts';

/** 'a crane driver named Boniface Chishala', 'a commander called Ulan': behind 'named' or 'called' after a noun for somebody. */
export function isCalledSomebody(
  { tokens }: AnnotatedDocument,
  { first, adjective }: NameSpan,
  { titles }: SpanTools,
): boolean {
  if (adjective === true || !/^(named|called|nicknamed)$/.test(tokens[first - 1]?.lower ?? '')) return false;
  const noun = tokens[first - 2];
  return (
    noun !== undefined &&
    isSmallNoun(noun) &&
    noun.xpos !== 'NNS' &&
    (titles.wordOf(noun.lower) !== undefined || somebody.test(noun.lower))
  );
}

const somebody: RegExp =
  /^(man|woman|boy|girl|teenager|youth|youngster|child|toddler|refugee|migrant|villager|resident|neighbou?r|passenger|passer-by|bystander|friend|suspect|victim|prisoner|detainee|hostage|widow|pensioner|recruit|gunman|bomber|smuggler|hacker|thief|robber|dealer|customer|waiter|waitress|clerk|cook|nurse|monk|nun|priest|herder|fisherman|carpenter|mechanic|tailor|trader|driver)$/;
