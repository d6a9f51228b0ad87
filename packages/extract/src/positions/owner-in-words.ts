import type { EntityTable } from '../context.ts';
import { isCapitalised } from '../names/text.ts';

/** A body that words of a title name, and how many of them do. */
interface OwnerInWords {
  readonly owner: string;
  readonly length: number;
}

/** 'ex-Yukos boss': the body behind 'ex-' that the article names elsewhere, and of how many words its name is. */
export function onceOf(table: EntityTable, words: readonly string[]): OwnerInWords | undefined {
  const name = /^[Ee]x-(\p{Lu}.*)$/u.exec(words[0] ?? '')?.[1];
  if (name === undefined) return undefined;
  for (let length = words.length; length > 0; length--) {
    const called = [name, ...words.slice(1, length)].join(' ');
    const body = table.entities.find(
      (entity) => entity.kind === 'group' && (entity.name === called || entity.aliases.includes(called)),
    );
    if (body !== undefined) return { owner: body.id, length };
  }
  return undefined;
}

/** 'Tidewell Lines chief executive': a private body that the article names elsewhere, where its name was not read before the post. */
export function namedInWords(table: EntityTable, words: readonly string[]): OwnerInWords | undefined {
  for (let length = words.length; length > 0; length--) {
    const called = words.slice(0, length).join(' ');
    if (!isCapitalised(called)) return undefined;
    const body = table.entities.find(
      ({ groupKind, name, aliases }) =>
        /^(company|ngo|media|other|party|armed_group)$/.test(groupKind ?? '') &&
        (name === called || aliases.includes(called)),
    );
    if (body !== undefined) return { owner: body.id, length };
  }
  return undefined;
}
