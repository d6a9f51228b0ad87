import { child, children, entityAt, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { subjectByOrder } from './order.ts';

const RELATIVE_PRONOUNS = new Set(['who', 'which', 'that', 'whom']);
const MAX_CLIMB = 6;

/**
 * Who does a verb: the head token of its subject, looked for where English leaves it out too: the agent of a passive,
 * the first verb of a coordination, the clause that a participle or an infinitive hangs on, the noun of a relative clause.
 * A participle after a comma goes with the subject of its sentence: 'X urged Y to go, saying …'.
 * @returns undefined where nobody is named, as in 'it was said'
 */
export function sourceOf(doc: AnnotatedDocument, verb: number): Token | undefined {
  const isLoose = tokenOf(doc, verb).xpos === 'VBG' && doc.tokens[verb - 1]?.text === ',';
  let at = verb;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed += 1) {
    const own = ownSubject(doc, at);
    if (own === undefined) return isGerundOf(doc, verb, at) ? child(doc, at, 'nsubj:pass') : undefined;
    if (own !== 'none') return ownerBeforeWhose(doc, own, verb) ?? own;
    const token = tokenOf(doc, at);
    if (token.head < 0) return undefined;
    if (token.deprel.startsWith('acl')) return nameBefore(doc, token) ?? tokenOf(doc, token.head);
    const controller = token.deprel === 'xcomp' ? child(doc, token.head, 'obj') : undefined;
    if (controller !== undefined && controller.i < at && !isLoose) return controller;
    const induced = token.deprel === 'advcl' ? inducedBy(doc, token) : undefined;
    if (induced !== undefined) return induced;
    const said = token.deprel === 'xcomp' ? saidTo(doc, token) : undefined;
    if (said !== undefined) return said;
    const above = token.deprel === 'conj' ? pastAbove(doc, token) : undefined;
    if (above !== undefined) return sourceOf(doc, above.i) ?? subjectByOrder(doc, above.i);
    if (!/^(?:conj|xcomp|advcl|parataxis|ccomp)/.test(token.deprel)) return undefined;
    at = token.head;
  }
  return undefined;
}

/** 'Ana Lopes lashed out at men who float leaflets and warned …': the verb around a relative clause in another tense, which the tree joins to the clause. */
function pastAbove(doc: AnnotatedDocument, { head, xpos }: Token): Token | undefined {
  const joined = tokenOf(doc, head);
  if (xpos !== 'VBD' || joined.deprel !== 'acl:relcl' || !/^VB[PZ]$/.test(joined.xpos ?? ''))
    return undefined;
  let above = tokenOf(doc, joined.head);
  for (let climbed = 0; climbed < MAX_CLIMB && above.head >= 0 && above.upos !== 'VERB'; climbed += 1)
    above = tokenOf(doc, above.head);
  return above.xpos === 'VBD' ? above : undefined;
}

/** The subject that the verb itself has; 'none' where it has none and may share another verb's. */
function ownSubject(doc: AnnotatedDocument, verb: number): Token | undefined | 'none' {
  const quoted = quotedBy(doc, verb);
  if (quoted !== undefined) return quoted;
  const agent = child(doc, verb, 'obl:agent');
  if (agent !== undefined) return agent;
  const subjects = children(doc, verb, 'nsubj').filter(
    (token, nth, all) => token.deprel !== 'nsubj:pass' && !isBodyOf(doc, token, all[nth - 1]),
  );
  // A title and the name after it may both come as subjects: the name is the last before the verb, or after it ('said X').
  const inverted = subjects.find((token) => token.i > verb);
  const subject =
    inverted !== undefined && isAfterQuote(doc, verb)
      ? inverted
      : (subjects.findLast((token) => token.i < verb) ?? inverted);
  if (subject !== undefined) return relativeAntecedent(doc, verb, subject);
  const passive = child(doc, verb, 'nsubj:pass');
  if (passive === undefined) return 'none';
  const speaks = isQuotedAs(doc, verb) || isMistaken(doc, verb);
  return speaks ? relativeAntecedent(doc, verb, passive) : undefined;
}

/** 'Ana Lopes of the association APRAM claims': a second subject with a preposition is whom the person before it belongs to. */
function isBodyOf(doc: AnnotatedDocument, subject: Token, before: Token | undefined): boolean {
  if (before === undefined || entityAt(doc, before.i)?.kind !== 'PER') return false;
  return child(doc, subject.i, 'case') !== undefined && entityAt(doc, subject.i)?.kind !== 'PER';
}

/** 'X called for a pause' taken for a passive: no auxiliary and nobody who did it. */
function isMistaken(doc: AnnotatedDocument, verb: number): boolean {
  const below = children(doc, verb);
  const isPassive = below.some(
    (word) =>
      word.deprel.startsWith('aux') || (word.deprel === 'obl' && child(doc, word.i, 'case')?.lower === 'by'),
  );
  const { deprel } = tokenOf(doc, verb);
  return (
    !isPassive &&
    /^(?:root|conj|parataxis|ccomp)$/.test(deprel) &&
    below.some(({ i, deprel: relation }) => i > verb && /^(?:obj|obl|ccomp|xcomp)$/.test(relation))
  );
}

/** 'would not be drawn beyond saying', 'was led away shouting': who is the subject of the passive does the gerund; behind a comma it may be another. */
const isGerundOf = (doc: AnnotatedDocument, verb: number, above: number): boolean =>
  verb !== above && tokenOf(doc, verb).xpos === 'VBG' && doc.tokens[verb - 1]?.text !== ',';

/** 'he is said to have remarked': of whom something is said that he does. */
function saidTo(doc: AnnotatedDocument, infinitive: Token): Token | undefined {
  return /^(?:say|report|believe|think|understand|allege|rumour|rumor|know)$/.test(
    tokenOf(doc, infinitive.head).lemma,
  )
    ? child(doc, infinitive.head, 'nsubj:pass')
    : undefined;
}

/** Verbs whose object does what the infinitive after them tells: 'led him to fear'. */
const INDUCING = new Set([
  'lead',
  'prompt',
  'cause',
  'force',
  'drive',
  'push',
  'urge',
  'inspire',
  'allow',
  'enable',
  'compel',
]);

function inducedBy(doc: AnnotatedDocument, infinitive: Token): Token | undefined {
  if (!INDUCING.has(tokenOf(doc, infinitive.head).lemma)) return undefined;
  const object = child(doc, infinitive.head, 'obj');
  const isInfinitive = child(doc, infinitive.i, 'mark')?.lower === 'to';
  return isInfinitive && object !== undefined && object.i < infinitive.i ? object : undefined;
}

/** Whether a verb comes right after a quotation mark, where English puts it before its subject: '"…," said X'. */
function isAfterQuote(doc: AnnotatedDocument, verb: number): boolean {
  const before = doc.tokens[verb - 1];
  const mark = before?.text === ',' ? doc.tokens[verb - 2] : before;
  return mark !== undefined && /^["”’'»]$/.test(mark.text);
}

/** 'Y quoted X as saying', 'X was cited by Y as saying': the one whose words they are. */
function quotedBy(doc: AnnotatedDocument, verb: number): Token | undefined {
  if (!/^(?:quote|cite)$/.test(tokenOf(doc, verb).lemma)) return undefined;
  const isAs = children(doc, verb).some(
    ({ i, xpos }) => i > verb && xpos === 'VBG' && doc.tokens[i - 1]?.lower === 'as',
  );
  return isAs ? (child(doc, verb, 'nsubj:pass') ?? child(doc, verb, 'obj')) : undefined;
}

/** 'X was quoted as saying': the passive subject is the one who speaks. */
function isQuotedAs(doc: AnnotatedDocument, verb: number): boolean {
  return ['quote', 'cite', 'report'].includes(tokenOf(doc, verb).lemma);
}

/** 'footage of Ann Lee saying …': the name right before a participle. */
function nameBefore(doc: AnnotatedDocument, { i, xpos }: Token): Token | undefined {
  const before = doc.tokens[i - 1];
  return xpos === 'VBG' && before !== undefined && entityAt(doc, before.i)?.kind === 'PER'
    ? before
    : undefined;
}

/** The noun that a relative pronoun stands for; right after a person's name it stands for that person. */
function relativeAntecedent(doc: AnnotatedDocument, verb: number, subject: Token): Token {
  const token = tokenOf(doc, verb);
  const owner = ownerBeforeWhose(doc, subject, verb);
  if (owner !== undefined) return owner;
  if (!RELATIVE_PRONOUNS.has(subject.lower) || token.head < 0) return subject;
  if (subject.lower === 'who') {
    const before = doc.tokens[subject.i - 1];
    const name = before?.text === ',' ? doc.tokens[subject.i - 2] : before;
    if (name !== undefined && entityAt(doc, name.i)?.kind === 'PER') return name;
  }
  return token.deprel.startsWith('acl') ? tokenOf(doc, token.head) : subject;
}

/** 'Ms Ito, whose party holds two seats, accused': the name before a clause by the way whose subject the tree takes for the verb's. */
function ownerBeforeWhose(doc: AnnotatedDocument, subject: Token, verb: number): Token | undefined {
  const near = doc.tokens.slice(Math.max(0, subject.i - 4), subject.i);
  const whose = near.findLast(({ lower }) => lower === 'whose');
  if (whose === undefined || doc.tokens[whose.i - 1]?.text !== ',') return undefined;
  const closes = doc.tokens.slice(subject.i + 1, verb).some(({ text }) => text === ',');
  const isSecond = children(doc, verb, 'nsubj').some(({ i }) => i < whose.i);
  const owner = doc.tokens[whose.i - 2];
  return (closes || isSecond) && owner?.upos === 'PROPN' ? owner : undefined;
}

/** The source of the verb that reports the clause which a verb stands in: 'X denied that Y left, calling it a "lie"'. */
export function reportingSource(doc: AnnotatedDocument, verb: number): Token | undefined {
  let at = tokenOf(doc, verb);
  for (let climbed = 0; climbed < MAX_CLIMB && at.head >= 0; climbed += 1) {
    if (at.deprel === 'ccomp') return sourceOf(doc, at.head);
    at = tokenOf(doc, at.head);
  }
  return undefined;
}
