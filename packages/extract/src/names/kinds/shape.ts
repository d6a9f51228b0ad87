import type { AnnotatedDocument } from '@dragoman/nlp';
import { runWords } from '../head-words.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan } from '../spans.ts';
import { textBetween } from '../text.ts';
import type { Evidence } from './mention.ts';

/** What a name's own words tell besides: a given name, initials, a particle; capitals only; '&'. */
export function shapeOf(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): Partial<Evidence> {
  const { tokens, text } = document;
  const { lexicons } = tools.heads;
  const surface = textBetween(text, tokens, span.first, span.last);
  const words = surface.split(' ');
  if (/ [&+] /.test(surface)) return { group: 2.5 };
  if (words.length === 1) {
    if (/^\p{Lu}[\p{Lu}\d.-]{1,6}$/u.test(surface)) return { group: 1.5 };
    if (/^(?!(?:Mac|Mc|Van|Von|De|Del|Di|Abu|Bin|Fitz|O)\p{Lu})\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+$/u.test(surface))
      return { group: 2 };
    // 'Kolkabank', 'Ternovabanka'
    if (/^\p{Lu}\p{Ll}{2,}bank(?:a|en|ası)?$/u.test(surface) && tools.known.lookup(surface).length === 0)
      return { group: 1.5 };
    return {};
  }
  if (/^(?:\p{Lu}\. ?){1,3}\p{Lu}\p{Ll}/u.test(surface)) return { person: 2 };
  if (/^(?!The )\p{Lu}\p{Ll}[\p{L}'’-]* (?:\p{Lu}\. ?){1,2}\p{Lu}/u.test(surface)) return { person: 2.5 };
  const first = tokens[span.first]?.lower ?? '';
  const given =
    lexicons.givenNames.has(first) && !/^(the|el|la|le|les|las|los|little|new|old)$/.test(first) ? 1 : 0;
  const inner = words
    .slice(1, -1)
    .some(
      (word) => lexicons.nameParts.binding.has(word.toLowerCase()) || /^(van|von|ten|ter|dos|da)$/.test(word),
    );
  const heads = runWords(document, span);
  const opensPlace = tools.heads.opensPlace(heads) !== undefined;
  const isAmbiguous = given > 0 || lexicons.nameParts.ambiguousHeads.has(heads.at(-1) ?? '');
  return {
    person: given + (inner ? 1 : 0),
    group: !isAmbiguous && tools.heads.groupKind(heads) !== undefined ? 1.5 : 0,
    place: opensPlace || (!isAmbiguous && tools.heads.placeKind(heads) !== undefined) ? 1.5 : 0,
  };
}
