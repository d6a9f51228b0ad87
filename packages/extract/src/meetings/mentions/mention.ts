import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity, Position } from '@dragoman/schemas';
import type { EntityTable } from '../../context.ts';
import type { DatedExpression, Dating } from '../../dates/dates.ts';
import type { ActorFinder } from '../../roles/actors.ts';
import type { Predication } from '../../roles/predication.ts';
import type { Roles } from '../../roles/roles.ts';
import type { Status } from '../../roles/status.ts';
import type { MeetingLexicon, MeetingPattern } from '../lexicon.ts';
import type { Parties } from '../parties/parties.ts';
import type { UnnamedPlace } from '../places/scenes.ts';
import type { UnnamedSide } from '../parties/unnamed.ts';

/** What the meeting pass reads. */
export interface MeetingSources {
  readonly document: AnnotatedDocument;
  readonly table: EntityTable;
  readonly actors: ActorFinder;
  readonly roles: Roles;
  readonly dating: Dating;
  /** Who holds which post: a minister who meets stands for the state. */
  readonly positions: readonly Position[];
  /** The publication date as YYYY-MM-DD; null or left out where it is not known. */
  readonly published?: string | null;
  /** Finds parties without a name; left out where none are wanted. */
  readonly unnamedSide?: UnnamedSide;
  /** Finds places without a name; left out where none are wanted. */
  readonly unnamedPlace?: UnnamedPlace;
  /** Additional or other patterns; the shipped ones where it is left out. */
  readonly lexicon?: MeetingLexicon;
}

/** A meeting as one trigger tells it. */
export interface MeetingMention extends Parties {
  readonly trigger: number;
  /** 'both sides', 'the two ministers': parties told elsewhere. */
  readonly joint: boolean;
  readonly rule: string;
  readonly form: string;
  readonly place: Entity | null;
  readonly date: DatedExpression | null;
  readonly status: Status;
  readonly direct: boolean | null;
  /** 'the talks', 'the meeting': one that has been told of. */
  readonly definite: boolean;
  /** 'a meeting': mostly one that has not been told of. */
  readonly indefinite: boolean;
  /** 'a second round', 'new talks': not the one told of before. */
  readonly another: boolean;
  /** 'The envoy meets people when there is something to read': told of no time. */
  readonly habitual: boolean;
  /** 'will meet again'. */
  readonly again: boolean;
  /** The word that says which one: 'second', 'next'. */
  readonly ordinal: string | null;
  /** The words in the place of the one who meets and of the one who is met, whether or not they name anybody. */
  readonly actorTokens: readonly number[];
  readonly targetTokens: readonly number[];
  readonly pattern: MeetingPattern;
  readonly predication: Predication;
  /** The trigger of the meeting that this one is only another word for: 'met for their first talks'. */
  readonly partOf: number | null;
  /** Told only to place the news in time: 'a month after the ministers met'. */
  readonly background: boolean;
  /** Told in the phrase of another's clause: 'met Abbas after talks with Sharon', 'before visiting'. */
  readonly aside: boolean;
}
