import type { AnnotatedDocument } from '@dragoman/nlp';

/** Stands for what has not been read yet. */
const unread: unique symbol = Symbol('unread');

/**
 * A pure function of a token and the tree around it, read once for each token of a document however many passes ask for it.
 * It remembers one document, the last; what it gives never depends on what it remembers, so callers must not change it.
 */
export function onceAToken<T>(
  read: (document: AnnotatedDocument, token: number) => T,
): (document: AnnotatedDocument, token: number) => T {
  let known: AnnotatedDocument | undefined;
  let answers: (T | typeof unread)[] = [];
  return (document, token) => {
    if (known !== document) {
      known = document;
      answers = document.tokens.map(() => unread);
    }
    if (!(token >= 0 && token < answers.length)) return read(document, token);
    const answer = answers[token] as T | typeof unread;
    if (answer !== unread) return answer;
    const made = read(document, token);
    if (known === document) answers[token] = made;
    return made;
  };
}
