import { PipelineError } from '@dragoman/core';
import type { ParsedPage } from './parse-page.ts';

/** Characters of text below which a page may be an empty shell. */
const shellText = 400;
/** Characters of article text below which there is no article. */
const minArticle = 80;
const containerId = /\bid="(?:root|app|__next|__nuxt|app-root|main-app|react-root|svelte|gatsby|___gatsby)"/i;
const wantsScript = /enable JavaScript|JavaScript (?:is )?(?:required|disabled)|requires JavaScript/i;

/**
 * Says what a page without an article is.
 * Errors: PAGE_IS_SHELL where scripts would fill it, INPUT_TRUNCATED where it ends within its markup,
 * INPUT_EMPTY where it has no text at all, else NO_ARTICLE. Returns where there is an article.
 */
export function refuseWithoutArticle(parsed: ParsedPage, lines: readonly string[]): void {
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  if (length >= minArticle) return;
  const { reading, page } = parsed;
  if (reading.truncated) throw truncated();
  if (isShell(parsed)) {
    throw new PipelineError({
      code: 'PAGE_IS_SHELL',
      message: 'The page is an empty shell that a script would fill',
    });
  }
  if (!/<\/(?:html|body)\s{0,20}>/i.test(page.source.text.slice(-2000))) throw truncated();
  if (length > 0) return;
  throw new PipelineError({ code: 'NO_ARTICLE', message: 'No article text was found on the page' });
}

function isShell({ reading, page }: ParsedPage): boolean {
  if (reading.textLength > shellText || reading.scripts === 0) return false;
  return (
    containerId.test(page.source.scanned) || wantsScript.test(page.source.scanned) || reading.textLength < 40
  );
}

const truncated = (): PipelineError =>
  new PipelineError({
    code: 'INPUT_TRUNCATED',
    message: 'The page ends in the middle of its markup and holds no article',
  });
