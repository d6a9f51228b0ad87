import { reasonMeanings as lineReasons } from './lines/index.ts';

/** Why a line was left out, by the name that `dropped` gives, with what it means. The names are stable. */
export const reasonMeanings: Readonly<Record<string, string>> = {
  ...lineReasons,
  caption: 'a caption, or text that stands with a picture',
  bio: 'a note about the author',
  related: 'a list of other articles, or a teaser of one',
  sidebar: 'a box beside the article',
  control: 'a button, a form or its labels',
  hidden: 'not shown to readers, or only on request',
  boilerplate: 'a disclaimer or another standing part of the site',
  'not-in-stated-body': 'not in the body that the page states in its JSON-LD, which has the rest',
};
