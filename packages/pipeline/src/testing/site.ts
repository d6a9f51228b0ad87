import { sha256 } from '@dragoman/core';
import type { RawDocument, Stated } from '@dragoman/schemas';
import type { Input } from '@dragoman/sources';

/** An outlet that does not exist, and the lines that its pages carry along. */
export const outlet = 'Lantern Quay Courier';
/** Speaks to its reader at the end of every article; no list of phrases has it. */
export const prompt = 'Marta Vilksone brews this edition for you every morning in Brenholm.';
/** Within articles. */
export const widget = 'Lantern tip line for your eyes';
/** A sentence that many articles repeat, and that is theirs. */
export const background = 'The strait was closed to freighters in January after the port of Brenholm burned.';

const ministers = [
  ['Kenyan', 'Amina Odhiambo'],
  ['Ugandan', 'Peter Okello'],
  ['Norwegian', 'Ingrid Solheim'],
  ['Chilean', 'Rodrigo Fuentes'],
  ['Latvian', 'Ilze Kalnina'],
  ['Ghanaian', 'Kwame Boateng'],
  ['Croatian', 'Ivana Horvat'],
  ['Peruvian', 'Lucia Quispe'],
] as const;
const towns = ['Nairobi', 'Oslo', 'Santiago', 'Riga', 'Accra', 'Zagreb', 'Lima', 'Kampala'] as const;

/** The text of an article that differs from all others; with lines of the outlet within it and at its end. */
export function siteText(number: number, within: readonly string[], atEnd: readonly string[]): string {
  const [state, name] = ministers[number % ministers.length] ?? ministers[0];
  const [otherState, other] = ministers[(number * 3 + 1) % ministers.length] ?? ministers[1];
  const town = towns[(number * 5 + 2) % towns.length] ?? towns[0];
  return [
    `${state} Foreign Minister ${name} met ${otherState} Foreign Minister ${other} in ${town} on Tuesday.`,
    `They spoke for ${number + 2} hours about the ${number + 20} freighters that wait outside the harbour.`,
    background,
    `A second round of the talks was agreed, ${name} said after round ${number + 1}.`,
    ...within,
    `The delegation of ${number + 5} officials leaves ${town} for home later in the week.`,
    `Fishermen of pier ${number + 3} had asked both governments for a clear word on quotas.`,
    `Nobody in ${town} expected the question of pier ${number + 4} to be settled soon.`,
    `Prices at market ${number + 6} rose again while the two delegations were talking.`,
    ...atEnd,
  ].join('\n');
}

export function siteDocument(id: string, text: string, stated: Stated = {}): RawDocument {
  const bytes = new TextEncoder().encode(text);
  return {
    hash: sha256(bytes),
    input: `${id}.txt`,
    id,
    format: 'text',
    bytes,
    stated: { url: `https://quay.example/${id}`, source: outlet, ...stated },
  };
}

/** The nth article of the outlet, on a day of its own. */
export function siteArticle(
  number: number,
  within: readonly string[] = [],
  atEnd: readonly string[] = [],
): RawDocument {
  const published = `2026-03-${String((number % 28) + 1).padStart(2, '0')}`;
  return siteDocument(`a${number}`, siteText(number, within, atEnd), { published });
}

/** Documents as inputs. */
export async function* inputsOf(documents: readonly RawDocument[]): AsyncGenerator<Input> {
  for (const document of documents) yield { kind: 'document', document };
}
