import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import type { FoundTitle } from './found-title.ts';

/** A class of titles and the bodies that have such posts: by their kind, by the nouns in their names, or by either. */
interface BodyClass {
  readonly titles: RegExp;
  readonly kinds?: RegExp;
  readonly names?: RegExp;
}

const classes: readonly BodyClass[] = [
  {
    titles:
      /\b(chief executive|ceo|managing director|owner|cfo|coo|chief (financial|operating|technology|investment) officer|boss|finance (chief|director)|(resident|branch|plant|site|factory|mine) manager|chief engineer)\b/i,
    kinds: /^(company|media)$/,
  },
  {
    titles: /\b((general|branch|regional|area) secretary|grievance chairman|shop steward|convenor)\b/i,
    names: /\b(union|workers|federation|association|local|congress|unison|unite)\b/i,
  },
  {
    titles: /\b(vice-chancellor|vice chancellor|pro-chancellor|registrar|provost|bursar|dean)\b/i,
    names: /\b(university|college|institute|polytechnic|school)\b/i,
  },
  {
    titles: /\b(medical (superintendent|director)|hospital (director|administrator)|head nurse|matron)\b/i,
    names: /\b(hospital|clinic|infirmary|medical cent(re|er))\b/i,
  },
  { titles: /^(presiding |trial |high court )?(judge|magistrate|sheriff)$/i, names: /\b(court|tribunal)\b/i },
  { titles: /\brapporteur\b/i, names: /\bcommittee\b/i },
  {
    titles: /\b(council leader|councillor|councilor|cllr|town clerk)\b/i,
    names: /\b(council|municipality|city hall|metro)\b/i,
  },
  { titles: /\b(vicar general|archdeacon|bishop|archbishop)\b/i, names: /\b(diocese|archdiocese)\b/i },
  { titles: /\bcommissioner\b/i, names: /\bcommission\b/i },
  {
    titles: /\b(inspector[- ]general|police chief|station (chief|commander))\b/i,
    names: /\b(police|constabulary)\b/i,
  },
  { titles: /\b(co-host|presenter|anchor)\b/i, kinds: /^media$/ },
  { titles: /\b(negotiator|field commander)\b/i, kinds: /^armed_group$/ },
];

/**
 * The body of a post whose passage and whose sentence before name none: the one of a fitting kind that the article tells of, or the
 * one it names far oftener than others. Undefined where several are as likely and for one of many ('a director').
 */
export function bodyToldOf(
  document: AnnotatedDocument,
  table: EntityTable,
  { phrase }: FoundTitle,
): Entity | undefined {
  if (/^an?$/.test(document.tokens[phrase.first - 1]?.lower ?? '')) return undefined;
  const found = classes.find(({ titles }) => titles.test(phrase.title));
  if (found === undefined) return undefined;
  const { kinds, names } = found;
  const bodies = table.entities.filter(
    ({ kind, groupKind, name }) =>
      kind === 'group' && ((kinds?.test(groupKind ?? '') ?? false) || (names?.test(name) ?? false)),
  );
  const named = bodies.map((body) => ({ body, mentions: table.mentionsOf(body.id) }));
  const before = named.filter(({ mentions }) =>
    mentions.some(({ form, first }) => form === 'name' && first < phrase.first),
  );
  const [best, next] = (before.length > 0 || names === undefined ? before : named)
    .map(({ body, mentions }) => ({ body, count: mentions.length }))
    .toSorted((one, other) => other.count - one.count);
  if (best === undefined) return undefined;
  return next === undefined || best.count >= clearLead * next.count ? best.body : undefined;
}

const clearLead = 2;
