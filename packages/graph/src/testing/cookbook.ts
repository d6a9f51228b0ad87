import { questions, type Question } from '../questions/load.ts';

const opening = `# Questions: a Cypher cookbook

The saved questions of \`packages/graph/data/questions/\`, one file each. This page is made from them: after a change,
\`npx vitest run packages/graph -u\` writes it anew. Both stores answer them alike.

\`dragoman questions\` lists them; \`dragoman query --saved NAME --param name=value\` asks one. Names may be spelt in any
way that is near enough; dates are ISO 8601 and may be a year or a month. In Neo4j Browser set the parameters with
\`:param actor => 'Full Name'\`; names must then be exact (a name, an alias or an id), and those left out \`null\`.

[What the graph holds](ontology.md) tells what nodes and links are called, and
[the notes on the embedded store](decisions/embedded-store.md) what to mind when writing Cypher for both stores.
\`dragoman query "CYPHER"\` asks anything else, and can only read.
`;

/** The page `docs/questions.md`. */
export function cookbook(): string {
  return [opening, ...questions().map(section)].join('\n');
}

function section({ name, title, description, parameters, cypher }: Question): string {
  const rows = Object.entries(parameters).map(
    ([key, { type, description: what, default: preset }]) =>
      `| \`${key}\` | ${type} | ${what} | ${shown(preset)} |`,
  );
  const table = ['| parameter | type | what | where it is left out |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
  return [
    `## ${title}`,
    '',
    `\`${name}\`. ${description}`,
    '',
    rows.length === 0 ? 'It takes no parameters.\n' : table,
    '```cypher',
    cypher.trimEnd(),
    '```',
    '',
  ].join('\n');
}

function shown(preset: string | number | null | undefined): string {
  if (preset === undefined) return 'must be given';
  return preset === null ? 'no limit' : String(preset);
}
