// Finds secrets in running text by the name in front of them: scripts, environment files, YAML, command lines, XML.
import { judgeName, mayHoldSecretName } from './secret-names.ts';

/** `name=value`, `name: value`, `"name": "value"`, `--name value`, also with the quotes escaped. */
const assignment =
  /(?<name>[A-Za-z_][\w.-]{1,80})(?<between>\\*["']?\s{0,8}(?:=>|:=|=|:)\s{0,8}|(?<=(?<![\w-])--?[\w-]{2,80})\s+)(?<quote>\\*["'])?(?<value>(?:(?<=["'])(?:(?!\k<quote>)[^\n])+|[^\s"',;&\\]+))/g;
const element = /<(?<name>[A-Za-z_][\w.-]{1,80})>(?<value>[^<>\n]+)<\//g;

/** What refers to a secret instead of being one (all of it, not just its beginning), and what is no secret for sure. */
const reference = new RegExp(
  `^(?:${[
    String.raw`\$\{[^}]*\}|\$\([^)]*\)|\$[A-Z_][A-Z0-9_]*|%[A-Z_]+%|\{\{[^}]*\}\}`,
    String.raw`arn:aws[\w-]*:\S+|(?:ssm|vault|secretsmanager):\S+|projects/[\w-]+/secrets/\S+`,
    String.raw`\(redacted\)|\(sensitive\)|true|false|null|none|yes|no`,
  ].join('|')})$`,
);

export function isReference(text: string): boolean {
  return reference.test(text);
}

export function hideAssigned(text: string, hide: string): string {
  if (!mayHoldSecretName(text)) return text;
  return hideMatches(hideMatches(text, assignment, hide), element, hide);
}

function hideMatches(text: string, pattern: RegExp, hide: string): string {
  const search = new RegExp(pattern);
  const parts: string[] = [];
  let from = 0;
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const { name = '', between = '', value = '' } = match.groups ?? {};
    // In `arn:aws:secretsmanager:...:secret:app`, colons only separate.
    const isSegment = between === ':' && text[match.index - 1] === ':';
    if (!isSegment && judgeName(name) === 'secret' && !isReference(value)) {
      parts.push(text.slice(from, search.lastIndex - value.length - closing(match[0], value)), hide);
      from = search.lastIndex - closing(match[0], value);
      // What is assigned may hold assignments itself: a URL with a token in its query.
    } else search.lastIndex = match.index + name.length;
  }
  return parts.join('') + text.slice(from);
}

/** How much of a match stands behind its value. */
function closing(match: string, value: string): number {
  return match.length - match.lastIndexOf(value) - value.length;
}
