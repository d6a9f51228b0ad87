import type { Relation } from '@dragoman/schemas';
import type { ExtractionContext } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import { passageOf } from '../roles/quote.ts';
import type { ActorFinder } from '../roles/actors.ts';
import type { Roles } from '../roles/roles.ts';
import type { RelationLexicon } from './lexicon.ts';

/** What the relation passes read. */
export interface RelationSources {
  readonly context: ExtractionContext;
  readonly table: EntityTableBuilder;
  readonly actors: ActorFinder;
  readonly roles: Roles;
  readonly lexicon: RelationLexicon;
  /** To whom the article attributes what a token tells; null for the article itself. */
  readonly attributedTo: (token: number) => string | null;
}

/** A relation before its passage is cut out. */
export interface FoundRelation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** The token that tells it. */
  readonly trigger: number;
  readonly rule: string;
  readonly confidence: number;
  readonly denied?: boolean;
  /** Who denies it, where that is not told by the passage's own attribution. */
  readonly deniedBy?: string;
  readonly amount?: string | null;
}

/** The relation with its words, and whom the article has it from. */
export function asRelation(sources: RelationSources, found: FoundRelation): Relation {
  const { span, quote } = passageOf(sources.context.document, found.trigger);
  return {
    type: found.type,
    from: found.from,
    to: found.to,
    polarity: found.denied === true ? 'denied' : 'asserted',
    amount: found.amount ?? null,
    attributedTo: found.deniedBy ?? sources.attributedTo(found.trigger),
    quote,
    rule: found.rule,
    confidence: found.confidence,
    spans: [span],
  };
}
