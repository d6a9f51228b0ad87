import { type AnnotatedDocument, child, children, hasRelation, type Token, tokensOf } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { found, fromHead, type FoundTitle, nounHeadFrom, plural, titleHeadedBy } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';
import { readTitlePhrase, type TitlePhrase } from './title-phrase.ts';

/** The posts that an article tells without naming who holds them beside: by a description, or as what somebody did something. */
export function titlesInPassing(context: TitleContext, person: Mention): FoundTitle[] {
  return [
    ...nominal(context, person),
    ...inOffice(context, person),
    ...calledBehind(context, person),
    ...knownAs(context, person),
    ...withAs(context, person),
    ...ownAs(context, person),
  ];
}

/** Does a description tell a post that nobody but its holder is called by: a candidacy, a former office, a magnate's trade? */
const tellsPost = ({ status, kind, title, owner }: TitlePhrase): boolean =>
  (status === 'candidate' && title.includes(' ')) ||
  (status === 'former' && title.split(' ').length > 2 && /^(office|legislator|leader)$/.test(kind)) ||
  (/\b(businessman|businesswoman|tycoon|magnate|mogul)$/i.test(title) &&
    (title.includes(' ') || owner !== undefined));

/** 'A field commander known as Kumander Ulan', 'a doctor named X': the post of whom the name behind calls. */
function knownAs(context: TitleContext, person: Mention): FoundTitle[] {
  const { tokens } = context.document;
  if (person.form !== 'name') return [];
  let at = person.first - 1;
  if (/^["“‘']$/.test(tokens[at]?.text ?? '')) at--;
  if (tokens[at]?.lower === 'as' && /^(known|identified)$/.test(tokens[at - 1]?.lower ?? '')) at -= 2;
  else if (/^(called|named)$/.test(tokens[at]?.lower ?? '') && tokens[at]?.xpos === 'VBN') at--;
  else return [];
  if (tokens[at]?.lower === 'only' || tokens[at]?.text === ',') at--;
  const head = context.reader.endingAt(tokens, at);
  if (head === undefined || plural(tokens[at])) return [];
  const called = found(context, person, head, at + 1, 'positions.known-as', 0.75);
  const comma =
    (called[0]?.phrase.first ?? 0) -
    (/^an?$/.test(tokens[(called[0]?.phrase.first ?? 0) - 1]?.lower ?? '') ? 2 : 1);
  const post = tokens[comma]?.text === ',' ? context.reader.endingAt(tokens, comma - 1) : undefined;
  return post?.word.type !== 'post' || plural(tokens[post.last])
    ? called
    : [...found(context, person, post, comma, 'positions.known-as', 0.75), ...called];
}

/** 'The Republican presidential nominee said': a candidacy that coreference gave to somebody named. */
function nominal(context: TitleContext, person: Mention): FoundTitle[] {
  if (person.form !== 'nominal' || !person.rule.startsWith('coreference.')) return [];
  const noun = context.document.tokens[person.head];
  const head = noun === undefined ? undefined : titleHeadedBy(context, noun);
  const phrase =
    head === undefined
      ? undefined
      : readTitlePhrase(context, head, Math.max(person.last, head.last) + 1, person.first);
  if (phrase === undefined) return [];
  const isOfLead = person.rule === 'coreference.lead';
  const isOfOne = context.document.tokens[phrase.first - 1]?.lower === 'the';
  return isOfLead || (tellsPost(phrase) && isOfOne)
    ? [{ person, phrase, rule: isOfLead ? 'positions.lead' : 'positions.nominal', confidence: 0.6 }]
    : [];
}

/** 'As governor of Virginia he did not intervene': the post in which somebody did something. */
function inOffice(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const subject = document.tokens[person.head];
  const verb = subject === undefined ? undefined : document.tokens[subject.head];
  if (subject === undefined || verb === undefined || !hasRelation(subject, 'nsubj')) return [];
  if (
    children(document, verb.i, 'aux').some(({ lower }) => /^(would|could|will|might|can|'ll|'d)$/.test(lower))
  )
    return [];
  return children(document, verb.i, 'obl')
    .filter(
      (noun) =>
        noun.i < person.first &&
        child(document, noun.i, 'case')?.lower === 'as' &&
        child(document, noun.i, 'det') === undefined,
    )
    .flatMap((noun) => fromHead(context, person, noun, 'positions.in-office'))
    .filter(({ phrase }) => /^(office|leader|legislator)$/.test(phrase.kind));
}

/** What somebody has in an office: 'her first test as home secretary', 'his role as governor'. */
const heldIn =
  /^(role|job|position|post|capacity|career|test|term|tenure|stint|spell|duty|work|mandate|reign|day|week|month|year|time)$/;

/** 'X faces her first test as home secretary': the office that a noun owned by somebody is told with. */
function ownAs(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const owner = document.tokens[person.head];
  const noun = owner === undefined ? undefined : document.tokens[owner.head];
  if (person.form !== 'pronoun' || owner?.deprel !== 'nmod:poss') return [];
  if (noun === undefined || !heldIn.test(noun.lemma)) return [];
  return [...children(document, noun.i, 'nmod'), ...children(document, noun.head, 'obl')]
    .filter(
      ({ i }) =>
        i > noun.i && child(document, i, 'case')?.lower === 'as' && child(document, i, 'det') === undefined,
    )
    .flatMap((office) => fromHead(context, person, office, 'positions.own-as'))
    .filter(({ phrase }) => /^(office|leader)$/.test(phrase.kind));
}

/** 'a new government, with X as prime minister': the post behind a name that 'with' leads to. */
function withAs(context: TitleContext, person: Mention): FoundTitle[] {
  const { tokens } = context.document;
  if (tokens[person.first - 1]?.lower !== 'with' || tokens[person.last + 1]?.lower !== 'as') return [];
  const noun = nounHeadFrom(context.document, person.last + 2);
  return noun === undefined
    ? []
    : fromHead(context, person, noun, 'positions.with-as').filter(({ phrase }) =>
        /^(office|leader)$/.test(phrase.kind),
      );
}

const longestReach = 2;

/**
 * 'Trump attacked the press. The Republican presidential nominee said …': a description that stands as a subject and that coreference
 * joined with nobody, of the one person who was the subject of the sentence before or of the one before that.
 */
function calledBehind(context: TitleContext, person: Mention): FoundTitle[] {
  const { document, table } = context;
  const { tokens } = document;
  const subject = tokens[person.head];
  if (person.form !== 'name' || subject === undefined || !isSubjectOfSentence(document, subject)) return [];
  for (let at = subject.sentence + 1; at <= subject.sentence + longestReach; at++) {
    const sentence = document.sentences[at];
    const next =
      sentence === undefined
        ? undefined
        : tokensOf(document, sentence).find((token) => isSubjectOfSentence(document, token));
    if (next === undefined) continue;
    const head = titleHeadedBy(context, next);
    const phrase = head === undefined ? undefined : readTitlePhrase(context, head, head.last + 1);
    const article = tokens[(phrase?.first ?? 0) - 1]?.lower;
    if (phrase === undefined || article !== 'the' || table.mentionHeadedBy(next.i)?.entity !== undefined)
      return [];
    return tellsPost(phrase) ? [{ person, phrase, rule: 'positions.nominal', confidence: 0.55 }] : [];
  }
  return [];
}

/** Is a token the subject of the main verb of its sentence? */
export function isSubjectOfSentence({ tokens }: AnnotatedDocument, token: Token): boolean {
  return hasRelation(token, 'nsubj') && tokens[token.head]?.deprel === 'root';
}
