// Takes a shell script apart as far as documents go: lines, then simple commands, then words.

/** What one program is started with: `NAME=value` before it is `environment`. */
export interface SimpleCommand {
  readonly environment: readonly string[];
  /** Without quotes; what the shell would put in their place stays as it is written: `$PULL_REQUEST`. */
  readonly words: readonly string[];
}

/** @throws Error when a quote is left open */
export function simpleCommandsOf(line: string): readonly SimpleCommand[] {
  const commands: string[][] = [[]];
  for (const token of tokensOf(line)) {
    if (typeof token === 'string') commands.at(-1)?.push(token);
    else commands.push([]);
  }
  return commands.flatMap((words) => {
    const first = words.findIndex((word) => !/^\w+=/.test(word));
    return first === -1 ? [] : [{ environment: words.slice(0, first), words: words.slice(first) }];
  });
}

/** A comment ends the line; `$(...)` is one word with what is around it. */
const token = /\s*(?:(#.*$)|(&&|\|\||[;|&])|((?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\([^)]*\)|\\.|[^\s"';|&\\])+))/y;

function tokensOf(line: string): readonly (string | { readonly operator: string })[] {
  const tokens: (string | { readonly operator: string })[] = [];
  const text = line.trimEnd();
  for (token.lastIndex = 0; token.lastIndex < text.length; ) {
    const at = token.lastIndex;
    const [found, comment, operator, word] = token.exec(text) ?? [];
    if (found === undefined) throw new Error(`the shell cannot read ${text.slice(at)}`);
    if (operator !== undefined) tokens.push({ operator });
    else if (comment === undefined && word !== undefined) tokens.push(unquoted(word));
  }
  return tokens;
}

function unquoted(word: string): string {
  return word.replaceAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_all, double, single, escaped) => double ?? single ?? escaped);
}

/** A backslash at its end goes on with the next line. */
export function linesOf(script: string): readonly string[] {
  return script
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
