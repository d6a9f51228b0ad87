/** Kinds of HTML elements, by lower-case name where tags are read and upper-case name in the tree. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements without content. */
export const voidElements = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Elements whose content is text up to their own end tag. */
export const rawTextElements = words('script style textarea title xmp iframe noembed noframes');

/** Elements that a reader never sees as text: they and all they hold are left out of the tree. */
export const unseenElements = words(
  'script style noscript template svg math iframe object embed textarea title select canvas video audio xmp noembed applet datalist',
);

/** Elements of other languages within HTML; an element of HTML ends them, closed or not. */
export const foreignElements = words('svg math');

/** Elements that go on within a line. */
export const inlineElements = words(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE SOURCE NOBR LABEL OUTPUT RUBY RB RT RP',
);

/** Elements whose opening ends an open paragraph. */
export const paragraphEnders = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul',
);

/** Walls that the search for an open element does not pass. */
export const scopeWalls = words('table td th caption html');

export const headingElements = words('H1 H2 H3 H4 H5 H6');

/** Elements that may hold a paragraph's text directly. */
export const paragraphElements = words('P DIV TD SECTION ARTICLE BLOCKQUOTE PRE FONT CENTER MAIN DD BODY LI');
