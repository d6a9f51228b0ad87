import type { Block } from '../page.ts';

/** A line of scraped text: a block whose markup is lost or guessed. */
export interface TextLine extends Block {
  /** Whether an empty line, or one that was dropped, stood between it and the line before. */
  readonly blankBefore: boolean;
  /** Its place among the lines of the text. */
  readonly index: number;
}

type Kind = 'paragraph' | 'heading' | 'item' | 'row';
const tags: Readonly<Record<Kind, string>> = { paragraph: 'P', heading: 'H2', item: 'LI', row: 'TR' };

export function textLine(text: string, kind: Kind, place: Pick<TextLine, 'blankBefore' | 'index'>): TextLine {
  return {
    text,
    tag: tags[kind],
    linkDensity: 0,
    leadsOut: false,
    inList: kind === 'item',
    inTable: kind === 'row',
    inQuote: false,
    ...place,
  };
}

/** Whether a line stands for itself: a heading, an item of a list or a row of a table. */
export const standsAlone = (line: TextLine): boolean => line.tag !== 'P';
