import { canonicalJson, idOf, memoised, sha256 } from '@dragoman/core';
import type { Entity, Extraction, Position } from '@dragoman/schemas';
import { bodyOfState, countriesOf, entryOf, isStatelessBody } from '../identity/states.ts';
import { fieldOf, roleOf } from '../identity/roles.ts';
import {
  callsSize,
  companySize,
  undated,
  type Signature,
  type SignatureContent,
} from '../identity/signature.ts';
import { foldName, words } from '../names/fold.ts';
import { groupTokens, isGeneric } from '../names/group-name.ts';
import { fullNameKeys, personTokens } from '../names/person-name.ts';
import { dayOf, type Evidence } from './evidence.ts';
import { Namesakes } from './namesakes.ts';

/** The signatures of an article's entities, and which is whose. */
export interface Signatures {
  readonly all: readonly Signature[];
  /** Local entity id -> signature id. */
  readonly of: ReadonlyMap<string, string>;
}

/** What an article tells about each of those it names; a pure function of its evidence. */
export function signaturesOf(evidence: Evidence): Signatures {
  const { extraction, article } = evidence;
  const reader = new Reader(extraction, article.id);
  const contents = extraction.entities.map((entity) => ({ entity, content: reader.content(entity) }));
  const keys = new Map(contents.map(({ entity, content }) => [entity.id, companyKey(content)]));
  const of = new Map<string, string>();
  const all = new Map<string, Signature>();
  // One more than a sketch holds: everybody's company is these but for their own key.
  const nearest = smallest(
    [...keys.values()].filter((key) => key !== null),
    companySize + 1,
  );
  const day = dayOf(article) || undated;
  for (const { entity, content } of contents) {
    const id = signatureId(content);
    const own = keys.get(entity.id);
    const clustered = content.only === '' && (content.gazetteer === '' || content.kind === 'person');
    const company = clustered ? nearest.filter((key) => key !== own) : [];
    const calls = clustered ? shortNames(entity) : [];
    of.set(entity.id, id);
    all.set(id, withCompany({ ...content, id, company, calls, since: clustered ? day : '' }, all.get(id)));
  }
  return { all: [...all.values()], of };
}

/** A signature with what articles add up to beside its content: company, short names, the first day. */
export function withCompany(signature: Signature, ...others: readonly (Signature | undefined)[]): Signature {
  const all = [signature, ...others.filter((other) => other !== undefined)];
  return {
    ...signature,
    company: sketchOf(all.flatMap(({ company }) => company)),
    calls: unique(all.flatMap(({ calls }) => calls)).slice(0, callsSize),
    since: all.reduce((first, { since }) => (since < first ? since : first), signature.since),
  };
}

/** The `companySize` keys with the smallest hashes, sorted: of a union the same whatever the order of uniting. */
export function sketchOf(keys: readonly string[]): string[] {
  return smallest(keys, companySize).toSorted();
}

/** The `count` different keys with the smallest hashes. */
function smallest(keys: readonly string[], count: number): string[] {
  const different = [...new Set(keys)];
  if (different.length <= count) return different;
  return different
    .map((key) => ({ key, hash: sha256(key) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, count)
    .map(({ key }) => key);
}

function signatureId(content: SignatureContent): string {
  if (content.gazetteer !== '') return `${content.kind}:${content.gazetteer}`;
  return idOf('signature', JSON.parse(canonicalJson(content)));
}

/** The key by which company is known: of people with full names and of groups of one's own, not of states and the like. */
function companyKey(content: SignatureContent): string | null {
  if (content.only !== '' || content.gazetteer !== '' || content.kind === 'place') return null;
  if (content.kind === 'group') return `g ${groupTokens(content.name).join(' ')}`;
  const tokens = personTokens(content.name);
  if (tokens.length < 2) return null;
  return `p ${fullNameKeys([tokens[0] ?? '', tokens.at(-1) ?? '']).join('|')}`;
}

class Reader {
  readonly #extraction: Extraction;
  readonly #article: string;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #namesakes: Namesakes;
  /** The fields of the posts that each person surely has. */
  readonly #fields: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many hold posts of a field. */
  readonly #holders = new Map<string, number>();

  constructor(extraction: Extraction, article: string) {
    this.#extraction = extraction;
    this.#article = article;
    this.#entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
    this.#namesakes = new Namesakes(extraction.entities);
    this.#fields = fieldsByHolder(extraction.positions);
    for (const field of [...this.#fields.values()].flatMap((fields) => [...fields]))
      this.#holders.set(field, (this.#holders.get(field) ?? 0) + 1);
  }

  content(entity: Entity): SignatureContent {
    const fixed = fixedContent(entity);
    if (fixed !== null) return fixed;
    const base = {
      kind: entity.kind,
      subkind: entity.groupKind ?? entity.placeKind ?? '',
      name: entity.name,
      aliases: tellingAliases(entity),
      gazetteer: '',
      only: namesNobodyElse(entity) ? this.#article : '',
    };
    if (entity.kind === 'person') {
      const standing = this.#standing(entity);
      const bare = Object.values(standing).every((told) => told.length === 0);
      const setting = bare ? { setting: this.#settingOf(entity) } : {};
      return { ...base, ...standing, ...setting, apart: this.#namesakes.of(entity) };
    }
    return { ...base, countries: countriesOf(entity), roles: [], fields: [], bodies: [], apart: [] };
  }

  /**
   * The field that most of the others who have posts in the article are of; of equals the first in the alphabet. Where nobody has one,
   * that of the state for whoever takes part in a meeting of states.
   */
  #settingOf(person: Entity): string {
    const own = this.#fields.get(person.id);
    const [first] = [...this.#holders]
      .map(([field, count]) => ({ field, others: own?.has(field) === true ? count - 1 : count }))
      .filter(({ others }) => others > 0)
      .toSorted((a, b) => b.others - a.others || (a.field < b.field ? -1 : 1));
    return first?.field ?? (this.#meetsForStates(person) ? 'state' : '');
  }

  #meetsForStates(person: Entity): boolean {
    return this.#extraction.meetings.some(
      ({ participants, represented }) => participants.includes(person.id) && represented.length > 0,
    );
  }

  /** A person's states, posts and bodies, from the positions and relations of the article. */
  #standing(person: Entity): Pick<SignatureContent, 'countries' | 'roles' | 'fields' | 'bodies'> {
    const held = this.#extraction.positions.filter((position) => position.person === person.id);
    const positions = held.filter(isSure);
    const groups = [
      ...positions.map((position) => position.group),
      ...this.#extraction.relations
        .filter(
          ({ type, from, polarity }) => from === person.id && polarity === 'asserted' && joining.has(type),
        )
        .map(({ to }) => to),
    ].flatMap((id) => (id === null ? [] : (this.#entities.get(id) ?? [])));
    const countries = [...countriesOf(person), ...groups.flatMap(countriesOf)];
    const posts = held
      .filter((position) => isSure(position) || isAssumed(position))
      .map(({ title }) => title);
    return {
      countries: unique(countries),
      roles: unique(posts.map(roleOf)),
      fields: unique(fieldsOf(posts.length > 0 ? posts : (person.descriptions ?? []))),
      bodies: unique(groups.flatMap(bodyKey)),
    };
  }
}

/** Below this an extractor's reading of a post is a guess, and a wrong state parts what is one. */
const sure = 0.7;

/** Whether a post is sure enough to tell people apart by it. */
export function isSure(position: Position): boolean {
  return position.confidence >= sure;
}

/** Whether only whose post it is was assumed: the title stands in the text. */
const isAssumed = ({ rule }: Position): boolean => rule.endsWith('+assumed');

function fieldsByHolder(positions: readonly Position[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { person, title } of positions.filter(isSure)) {
    const field = fieldOf(title);
    if (field !== null) fields.set(person, (fields.get(person) ?? new Set()).add(field));
  }
  return fields;
}

const joining = new Set(['LEADS', 'MEMBER_OF', 'SPOKE_FOR']);

/** A body as a post's holder is known by it; states are told by `countries`, unnamed bodies not at all. */
function bodyKey(group: Entity): string[] {
  if (group.kind !== 'group' || group.groupKind === 'state') return [];
  const fixed = fixedContent(group);
  if (fixed !== null) return [fixed.gazetteer];
  return namesNobodyElse(group) ? [] : [groupTokens(group.name).join(' ')];
}

const none = { aliases: [], roles: [], fields: [], bodies: [], apart: [], only: '' };

/** Of an entry as a group or as a place: 'group state:IR'. */
const entryContent = memoised((key): SignatureContent => {
  const [kind = ''] = key.split(' ', 1);
  const gazetteer = key.slice(kind.length + 1);
  const entry = entryOf(gazetteer);
  const subkind =
    (kind === 'group' ? entry?.groupKind : entry?.placeKind) ?? entry?.groupKind ?? entry?.placeKind;
  const state = gazetteer.startsWith('state:') ? gazetteer : entry?.country;
  return {
    ...none,
    kind: kind === 'group' ? 'group' : 'place',
    subkind: subkind ?? '',
    name: entry?.name ?? gazetteer,
    countries: state === undefined || state === '' ? [] : [state],
    gazetteer,
  };
});

/** What the gazetteer knows needs no more than its entry, the same from every article; so do the bodies that every state has. */
function fixedContent(entity: Entity): SignatureContent | null {
  if (entity.kind === 'person') return null;
  if (entity.gazetteer !== undefined) return entryContent(`${entity.kind} ${entity.gazetteer}`);
  const body = bodyOfState(entity);
  if (body === null) return null;
  return {
    ...none,
    kind: 'group',
    subkind: body.groupKind,
    name: body.name,
    countries: [body.country],
    gazetteer: body.id,
  };
}

/** A description ('senior officials', '2,000 people') or a body of no known state ('the police'): nobody beyond its article. */
function namesNobodyElse(entity: Entity): boolean {
  if (entity.unnamed === true) return true;
  if (!/\p{Lu}|\p{Lo}/u.test(entity.name) || /^\p{N}/u.test(entity.name)) return true;
  if (entity.kind === 'place') return /^(?:the|an?) \p{Ll}/u.test(entity.name);
  return entity.kind === 'group' && (isStatelessBody(entity) || isGeneric(groupTokens(entity.name)));
}

/** Aliases that are names: written with a capital, and not a description. */
function nameAliases(entity: Entity): string[] {
  const own = foldName(entity.name);
  return entity.aliases.filter(
    (alias) =>
      /^\p{Lu}|^\p{Lo}|^al-/u.test(alias) && !/^(?:The|An?) \p{Ll}/u.test(alias) && foldName(alias) !== own,
  );
}

/** Names that the entity's own name does not hold: another full name, an acronym. */
function tellingAliases(entity: Entity): string[] {
  return unique(nameAliases(entity).filter((alias) => !isWithin(alias, entity)));
}

function shortNames(entity: Entity): string[] {
  return unique(nameAliases(entity).filter((alias) => isWithin(alias, entity)));
}

function isWithin(alias: string, { kind, name }: Entity): boolean {
  const tokens = (text: string): string[] => (kind === 'person' ? personTokens(text) : words(foldName(text)));
  const own = new Set(tokens(name));
  return tokens(alias).every((word) => own.has(word));
}

function fieldsOf(titles: readonly string[]): string[] {
  return titles.flatMap((title) => fieldOf(title) ?? []);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
