import { type AnnotatedDocument, child, children, dominates, headOf, type Token } from '@dragoman/nlp';
import { isThirdPerson, type Nature, type Phrase, type PhraseContext } from './phrases.ts';
import type { Sex } from './lexicon.ts';

/** What is known of the chain a phrase is in, at the point where a later pronoun is read. */
export interface Chain {
  readonly phrases: Phrase[];
  nature: Nature;
  sex: Sex | undefined;
  plural: boolean;
  entity: string | undefined;
}

/** The pronouns whose weights are learned apart. */
export type PronounClass = 'he' | 'it' | 'they';

export function pronounClass(phrase: Phrase): PronounClass {
  if (phrase.sex !== undefined) return 'he';
  return phrase.plural ? 'they' : 'it';
}

const interned = new Map<string, Map<string | number, string>>();

/** The feature 'name:value', each time the same string: its weight is then found without hashing it anew. */
function feature(name: string, value: string | number): string {
  let values = interned.get(name);
  if (values === undefined) interned.set(name, (values = new Map()));
  let text = values.get(value);
  if (text === undefined) values.set(value, (text = `${name}:${value}`));
  return text;
}

/** Quotation state by token, computed once a document: true inside quotation marks. */
export function quotedTokens(document: AnnotatedDocument): boolean[] {
  let open = false;
  let paragraph = 0;
  return document.tokens.map((token) => {
    const gap = document.text.slice(paragraph, token.start);
    paragraph = token.end;
    if (gap.includes('\n')) open = false;
    if (token.text === '“' || (token.text === '"' && !open) || token.text === '``') open = true;
    else if (token.text === '”' || token.text === '"' || token.text === "''") open = false;
    return open;
  });
}

/** Features of a pronoun and a phrase it may refer to, each a name; the weights are in data/coreference.json. */
export function pairFeatures(
  context: PhraseContext,
  pronoun: Phrase,
  candidate: Phrase,
  chain: Chain,
  rank: number,
  quoted: readonly boolean[],
): string[] {
  const features: string[] = [];
  addDistance(features, pronoun, candidate, rank);
  addAgreement(features, pronoun, candidate, chain);
  addStructure(features, context, pronoun, candidate);
  const told = context.document.tokens[pronoun.head];
  if (told !== undefined && isBound(context.document, told, chain)) features.push('bound');
  features.push(feature('chain', Math.min(chain.phrases.length, 4)));
  if (quoted[pronoun.head] === true && quoted[candidate.head] !== true && isSpeaker(context, candidate))
    features.push('speaker-of-quote');
  if (quoted[pronoun.head] !== quoted[candidate.head]) features.push('across-quote');
  return features;
}

/** Features of reading a pronoun as one that refers to nothing. */
export function nullFeatures(document: AnnotatedDocument, pronoun: Phrase): string[] {
  const token = document.tokens[pronoun.head];
  if (token === undefined) return [];
  const governor = headOf(document, token.i);
  const features = ['null', `null:${token.lower}`];
  if (token.deprel.startsWith('expl')) features.push('null:expletive');
  if (governor !== undefined && child(document, governor.i, 'cop') !== undefined && governor.upos === 'ADJ')
    features.push('null:adjective');
  if (
    governor !== undefined &&
    children(document, governor.i, 'csubj').length + children(document, governor.i, 'ccomp').length > 0
  )
    features.push('null:clause');
  if (governor !== undefined) features.push(feature('null:role', token.deprel));
  return features;
}

function addDistance(features: string[], pronoun: Phrase, candidate: Phrase, rank: number): void {
  const sentences = Math.min(pronoun.sentence - candidate.sentence, 4);
  features.push(
    feature('sentences', sentences),
    feature('rank', rank < 4 ? rank : rank < 8 ? '4-7' : rank < 15 ? '8-14' : '15'),
  );
}

function addAgreement(features: string[], pronoun: Phrase, candidate: Phrase, chain: Chain): void {
  const number = chain.plural === pronoun.plural ? 'same' : 'other';
  features.push(feature('form', candidate.form), feature('nature', chain.nature), feature('number', number));
  if (candidate.form === 'pronoun')
    features.push(
      candidate.lemma[0] === pronoun.lemma[0] &&
        candidate.sex === pronoun.sex &&
        candidate.plural === pronoun.plural
        ? 'pronoun:same'
        : 'pronoun:other',
    );
  features.push(feature(feature('number-and-nature', number), chain.nature));
  if (pronoun.sex !== undefined) {
    features.push(
      chain.sex === undefined ? 'sex:unknown' : chain.sex === pronoun.sex ? 'sex:same' : 'sex:clash',
    );
    if (chain.nature === 'person' && chain.sex !== undefined && chain.sex === pronoun.sex)
      features.push('person-and-sex');
    if (candidate.form === 'name' && chain.nature === 'person') features.push('person-name');
  }
  if (pronoun.sex === undefined && pronoun.plural && chain.nature === 'group' && !chain.plural)
    features.push('group-as-plural');
  if (pronoun.sex === undefined && !pronoun.plural && chain.sex !== undefined) features.push('sexed-it');
}

function addStructure(features: string[], context: PhraseContext, pronoun: Phrase, candidate: Phrase): void {
  const { document } = context;
  const p = document.tokens[pronoun.head];
  const c = document.tokens[candidate.head];
  if (p === undefined || c === undefined) return;
  const role = roleOf(document, c);
  features.push(feature('role', role), feature(feature('roles', roleOf(document, p)), role));
  if (isMindful(context, p)) features.push(feature('mindful', candidate.nature));
  const determiner = child(document, c.i, 'det')?.lower;
  if (determiner !== undefined)
    features.push(determiner === 'a' || determiner === 'an' ? 'indefinite' : 'definite');
  if (c.head < 0 || document.tokens[c.head]?.head === -1) features.push('main-clause');
  if (candidate.sentence !== pronoun.sentence) return;
  if (c.i >= 0 && c.head >= 0 && dominates(document, c.head, p.i)) features.push('commands');
  if (role === 'subject' && p.deprel === 'nmod:poss' && dominates(document, c.head, p.i))
    features.push('possessive-of-clause');
}

/** Is the pronoun the subject of a verb that only people and bodies do: say, want, believe? */
function isMindful(context: PhraseContext, pronoun: Token): boolean {
  const verb = headOf(context.document, pronoun.i);
  return (
    pronoun.deprel.startsWith('nsubj') &&
    verb !== undefined &&
    (context.lexicon.nominals.mindfulVerbs.has(verb.lemma) ||
      context.lexicon.nominals.speechVerbs.has(verb.lemma))
  );
}

function roleOf(document: AnnotatedDocument, token: Token): string {
  if (token.deprel.startsWith('nsubj')) return 'subject';
  if (token.deprel === 'obj' || token.deprel === 'iobj') return 'object';
  if (token.deprel === 'nmod:poss') return 'possessive';
  if (token.deprel.startsWith('obl')) return 'oblique';
  if (token.deprel.startsWith('nmod')) return 'modifier';
  if (token.deprel === 'conj') {
    const governor = headOf(document, token.i);
    return governor === undefined || governor.deprel === 'conj' ? 'other' : roleOf(document, governor);
  }
  return token.deprel === 'root' ? 'root' : 'other';
}

/** Is somebody already told beside the pronoun, under whatever name: 'Its director, Hsu Wen-bin, received her'? */
function isBound(document: AnnotatedDocument, pronoun: Token, { phrases }: Chain): boolean {
  return phrases.some(({ head, sentence }) => {
    const told = sentence === pronoun.sentence ? document.tokens[head] : undefined;
    return told !== undefined && boundBy(document, pronoun, explained(document, told));
  });
}

/** The noun that a name explains. */
function explained(document: AnnotatedDocument, token: Token): Token {
  const head = /^(?:appos|flat)/.test(token.deprel) ? headOf(document, token.i) : undefined;
  return head === undefined ? token : explained(document, head);
}

/** A pronoun and a phrase that depend on one verb are two, unless the pronoun is reflexive. */
function boundBy(document: AnnotatedDocument, pronoun: Token, candidate: Token): boolean {
  if (/sel(f|ves)$/.test(pronoun.lower) || pronoun.deprel === 'nmod:poss') return false;
  return (
    pronoun.head >= 0 &&
    pronoun.head === candidate.head &&
    isThirdPerson(pronoun) &&
    document.tokens[pronoun.head]?.upos === 'VERB'
  );
}

/** Is the phrase the subject of a verb of saying? What such a subject says of 'he' is of somebody else. */
function isSpeaker(context: PhraseContext, candidate: Phrase): boolean {
  const token = context.document.tokens[candidate.head];
  const verb = token === undefined ? undefined : headOf(context.document, token.i);
  return (
    verb !== undefined &&
    token?.deprel.startsWith('nsubj') === true &&
    context.lexicon.nominals.speechVerbs.has(verb.lemma)
  );
}
