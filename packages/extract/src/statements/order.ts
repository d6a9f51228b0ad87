import { child, children, entityAt, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';

/** How far back, in tokens, a name may stand before the apposition between it and its verb. */
const APPOSITION = 40;
/** How many tokens a subject after its verb may take. */
const INVERTED = 10;

/** '…," said one of the diplomats'. */
const QUANTIFIER = /^(?:one|another|two|some|several|many)$/;
const QUOTE_MARK = /^["“”„«»]$/;
const isNoun = (token: Token | undefined): boolean => token?.upos === 'PROPN' || token?.upos === 'NOUN';
/** 'the 34-year-old': an age that stands for who is so old, however tagged. */
export const isAge = (doc: AnnotatedDocument, token: Token): boolean =>
  token.lower === 'old' && /^(?:year|month)$/.test(doc.tokens[token.i - 2]?.lower ?? '');

/**
 * Who does a finite verb by the order of the words alone, for trees that miss the subject: the noun right before it, the name
 * before an apposition that ends at it ('Ana Lopes, the head of the port, said'), the noun after it ('…," said Ana Lopes').
 * @returns the last token of the name or noun; undefined where the order does not tell
 */
export function subjectByOrder(doc: AnnotatedDocument, verb: number): Token | undefined {
  if (!isFinite(doc, verb)) return undefined;
  return before(doc, verb) ?? after(doc, verb);
}

function isFinite(doc: AnnotatedDocument, verb: number): boolean {
  const { xpos } = tokenOf(doc, verb);
  const before = doc.tokens[verb - 1];
  if (xpos === 'VBN')
    return (
      before?.lemma === 'have' ||
      (before !== undefined && isAge(doc, before)) ||
      (before?.text === ',' && isNamedApposition(doc, before.i, verb)) ||
      isBehindClause(doc, verb) ||
      (before !== undefined && /^["”’'»]$/.test(before.text) && isNoun(doc.tokens[verb + 1]))
    );
  return xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP';
}

/** 'its leader, Ana Lopes, called …': a name between two commas after a noun makes a participle of the tree a past tense. */
function isNamedApposition(doc: AnnotatedDocument, closing: number, verb: number): boolean {
  if (hasAgent(doc, verb)) return false;
  let at = closing - 1;
  while (tokenAt(doc, at)?.upos === 'PROPN') at -= 1;
  return at < closing - 1 && tokenAt(doc, at)?.text === ',' && tokenAt(doc, at - 1)?.upos === 'NOUN';
}

/**
 * 'Ana Lopes, whose veto they ignore, lashed out', 'Adm. Rui Paz, now retired but hardly silent, scoffed': does a verb stand right behind
 * something between commas that tells by the way, and that behind the name of a person or body?
 */
export function isBehindClause(doc: AnnotatedDocument, verb: number): boolean {
  const { sentence } = tokenOf(doc, verb);
  if (doc.tokens[verb - 1]?.text !== ',' || hasAgent(doc, verb)) return false;
  let isPlain = true;
  for (let at = verb - 2; at > 1 && verb - at <= APPOSITION; at -= 1) {
    const token = tokenOf(doc, at);
    if (token.sentence !== sentence) return false;
    if (token.text !== ',') {
      isPlain &&= !/^(?:VB[DPZ]|MD)$/.test(token.xpos ?? '');
      continue;
    }
    const opens = /^(?:in|of|for|from|with|to)$/.test(tokenOf(doc, at + 1).lower) ? at + 2 : at + 1;
    const isRelative = /^(?:who|whose|which|whom)$/.test(doc.tokens[opens]?.lower ?? '');
    const before = tokenOf(doc, at - 1);
    const isActor = /^(?:PER|ORG)$/.test(entityAt(doc, at - 1)?.kind ?? '');
    if (isActor || (isRelative && before.upos === 'PROPN')) return isRelative || isPlain;
    if (isRelative) return false;
  }
  return false;
}

const hasAgent = (doc: AnnotatedDocument, verb: number): boolean =>
  children(doc, verb).some(({ i }) => child(doc, i, 'case')?.lower === 'by');

const tokenAt = (doc: AnnotatedDocument, at: number): Token | undefined => doc.tokens[at];

function before(doc: AnnotatedDocument, verb: number): Token | undefined {
  let at = verb - 1;
  while (at >= 0 && /^(?:ADV|AUX)$/.test(tokenOf(doc, at).upos)) at -= 1;
  const token = doc.tokens[at];
  if (token === undefined || token.sentence !== tokenOf(doc, verb).sentence) return undefined;
  if (token.text === ',') return beforeApposition(doc, at);
  if (isNameBehindName(doc, at)) return token;
  return (isNoun(token) || isAge(doc, token)) && !isInPhrase(doc, at) ? token : undefined;
}

/** 'Levy' of 'attorney for Massachusetts Joshua Levy said': a person's name right behind another name. */
function isNameBehindName(doc: AnnotatedDocument, end: number): boolean {
  const name = entityAt(doc, end);
  return name?.kind === 'PER' && name.end - name.start > 1 && entityAt(doc, name.start - 1) !== undefined;
}

/**
 * The name before the comma that opens the apposition which the comma at `closing` ends; where none stands there, the name that is
 * the apposition: 'the fund's chief, Ana Lopes, said'.
 */
function beforeApposition(doc: AnnotatedDocument, closing: number): Token | undefined {
  const { sentence } = tokenOf(doc, closing);
  const inner = doc.tokens[closing - 1];
  const named = inner?.upos === 'PROPN' && !isInPhrase(doc, inner.i) ? inner : undefined;
  for (let at = closing - 1; at > 0 && closing - at <= APPOSITION; at -= 1) {
    const comma = tokenOf(doc, at);
    if (comma.sentence !== sentence || QUOTE_MARK.test(comma.text)) return named;
    const name = tokenOf(doc, at - 1);
    if (comma.text === ',' && name.upos === 'PROPN' && !isInPhrase(doc, at - 1)) return name;
  }
  return named;
}

/** Whether the noun that ends at a token hangs on a preposition: 'head of the port'. */
function isInPhrase(doc: AnnotatedDocument, end: number): boolean {
  // 'On June 4 Ana Lopes': a date before somebody's name is no part of it.
  const isPart =
    entityAt(doc, end)?.kind === 'PER' ? /^(?:PROPN|NOUN|ADJ|DET)$/ : /^(?:PROPN|NOUN|ADJ|DET|NUM)$/;
  let at = end;
  while (at >= 0 && (isPart.test(tokenOf(doc, at).upos) || isInName(doc, at))) at -= 1;
  const upos = doc.tokens[at]?.lower === 'as' ? undefined : doc.tokens[at]?.upos;
  if (/^['’]s$/.test(doc.tokens[at]?.lower ?? '')) return tokenOf(doc, end).upos !== 'PROPN';
  return upos === 'ADP' || upos === 'CCONJ';
}

/** The 'of' of 'Department of Homeland Security'. */
const isInName = (doc: AnnotatedDocument, at: number): boolean => {
  const name = entityAt(doc, at);
  return name !== undefined && name === entityAt(doc, at - 1) && name === entityAt(doc, at + 1);
};

/** So many words of a post may stand between a body and the name of who holds it. */
const POST = 3;

/** '…,” said Reuters host Ana Lopes', where the tree takes 'host' for a verb: the person behind a body that stands right behind the cue. */
export function personOfBody(doc: AnnotatedDocument, verb: number, source: Token): Token {
  const body = entityAt(doc, source.i);
  if (body?.kind !== 'ORG' || body.start !== verb + 1) return source;
  let at = body.end;
  while (at - body.end < POST && isPostWord(doc.tokens[at])) at += 1;
  const person = at > body.end ? entityAt(doc, at) : undefined;
  return person?.kind === 'PER' && person.start === at ? tokenOf(doc, person.end - 1) : source;
}

const isPostWord = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Ll}[\p{L}-]+$/u.test(token.text) && /^(?:NOUN|ADJ|VERB)$/.test(token.upos);

/** '…, said deputy Ana Lopes, …': who speaks in a clause between commas that begins with its verb. */
export function parenthetical(doc: AnnotatedDocument, verb: number): Token | undefined {
  if (doc.tokens[verb - 1]?.text !== ',' || !/^VB[DZ]$/.test(tokenOf(doc, verb).xpos ?? '')) return undefined;
  const source = after(doc, verb);
  if (source === undefined || entityAt(doc, source.i)?.kind !== 'PER') return undefined;
  return closesBehind(doc, source.i) ? source : undefined;
}

/** A phrase behind a name in a clause by the way has at most so many tokens. */
const PHRASE = 10;

/** Is the name followed by a comma or the end, if not right away then behind a phrase without a verb ('Ana Lopes of the Foreign Ministry, …')? */
function closesBehind(doc: AnnotatedDocument, name: number): boolean {
  for (const { i, text, upos } of doc.tokens.slice(name + 1, name + 1 + PHRASE)) {
    if (/^[,.]$/.test(text)) return true;
    if (upos === 'VERB' || upos === 'PUNCT' || (i === name + 1 && upos !== 'ADP')) return false;
  }
  return false;
}

/** So many tokens may stand between words that are quoted and the verb of who speaks. */
const BEHIND = 16;

/**
 * '“…,” an Iranian official familiar with the talks told Reuters': the noun that the clause right behind the words begins with, where
 * no other verb stands before the one of saying.
 */
export function openingBehind(doc: AnnotatedDocument, verb: number): Token | undefined {
  let mark = verb - 1;
  while (mark > 0 && verb - mark <= BEHIND && !QUOTE_MARK.test(tokenOf(doc, mark).text)) {
    if (/^(?:VB[DZP]|MD)$/.test(tokenOf(doc, mark).xpos ?? '') || tokenOf(doc, mark).text === ',')
      return undefined;
    mark -= 1;
  }
  if (!QUOTE_MARK.test(doc.tokens[mark]?.text ?? '')) return undefined;
  let at = mark + 1;
  while (/^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(doc.tokens[at]?.upos ?? '')) at += 1;
  while (at > mark + 1 && !isNoun(doc.tokens[at - 1])) at -= 1;
  return at > mark + 1 ? doc.tokens[at - 1] : undefined;
}

/** '“…,” Daovone Sisoulith, a spokeswoman for the ministry, told reporters': the words with a capital right behind the marks, however tagged. */
export function nameBehind(doc: AnnotatedDocument, verb: number): Token | undefined {
  let mark = verb - 1;
  while (mark > 0 && verb - mark <= APPOSITION && !QUOTE_MARK.test(tokenOf(doc, mark).text)) mark -= 1;
  if (!QUOTE_MARK.test(doc.tokens[mark]?.text ?? '')) return undefined;
  let at = mark + 1;
  while (/^\p{Lu}/u.test(doc.tokens[at]?.text ?? '')) at += 1;
  const closes = doc.tokens[at]?.text === ',' || at === verb;
  return at > mark + 1 && at <= verb && closes ? doc.tokens[at - 1] : undefined;
}

function after(doc: AnnotatedDocument, verb: number): Token | undefined {
  const opens =
    /^Sa(?:id|ys)$/.test(tokenOf(doc, verb).text) &&
    doc.sentences[tokenOf(doc, verb).sentence]?.first === verb;
  if (!opens && !/^[,"”’'»]$/.test(doc.tokens[verb - 1]?.text ?? '')) return undefined;
  let at = verb + 1;
  const isPart = ({ upos, text }: Token): boolean =>
    /^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(upos) || text === '-';
  while (at - verb <= INVERTED && at < doc.tokens.length && isPart(tokenOf(doc, at))) at += 1;
  const last = at - 1 > verb ? tokenOf(doc, at - 1) : undefined;
  if (last === undefined) return undefined;
  return isNoun(last) || QUANTIFIER.test(last.lower) || isAge(doc, last) ? last : undefined;
}

/** 'Ana Lopes, for her part, hailed': the name before the phrase that the tree takes for the subject. */
export function forPart(doc: AnnotatedDocument, source: Token): Token {
  const preposition = source.lemma === 'part' ? child(doc, source.i, 'case') : undefined;
  if (preposition?.lower !== 'for' || child(doc, source.i, 'nmod:poss') === undefined) return source;
  const before = doc.tokens[preposition.i - 1];
  return (before?.text === ',' ? doc.tokens[preposition.i - 2] : before) ?? source;
}
