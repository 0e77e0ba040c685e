// Reads Terraform's errors and warnings, out of its JSON and out of the plain text of the commands that have no JSON.
import type { Diagnostic } from '../../ports/terraform.ts';
import { asObject, asText } from './json.ts';

/** https://developer.hashicorp.com/terraform/internals/machine-readable-ui#diagnostic ; undefined for anything else. */
export function parseDiagnostic(value: unknown): Diagnostic | undefined {
  const json = asObject(value);
  const text = asText(json?.summary);
  if (json === undefined || text === undefined) return undefined;
  const { summary, rest } = firstParagraph(text);
  const address = asText(json.address);
  return {
    severity: json.severity === 'warning' ? 'warning' : 'error',
    summary,
    detail: [rest, asText(json.detail)?.trim()].filter(Boolean).join('\n\n'),
    ...(address === undefined ? {} : { address }),
  };
}

/** Before a line that begins a diagnostic, and at the line that closes a box around one. */
const boundaries = /^(?=(?:│ )?(?:Error|Warning): )|^╵.*$/m;
const boxSides = /^[╷│] ?/gm;
const preambles =
  /^(?:There are some problems with the CLI configuration:|As a result of the above problems, Terraform may not behave as intended\.)$/gm;

/**
 * The diagnostics of a command without `-json`, for example `state list`. What stands alone, without `Error:` before it
 * ("Failed to unlock state: ..."), is an error too.
 */
export function parsePlainDiagnostics(text: string): readonly Diagnostic[] {
  const blocks = text.split(boundaries).map((block) => block.replace(boxSides, '').replace(preambles, '').trim());
  return blocks.filter(Boolean).map((block) => {
    const [, word, body = block] = /^(Error|Warning): (.*)$/s.exec(block) ?? [];
    const { summary, rest } = firstParagraph(body);
    return { severity: word === 'Warning' ? 'warning' : 'error', summary, detail: rest };
  });
}

/** As lines to read: `Error: summary (address)`, then its detail, indented. */
export function renderDiagnostic({ severity, summary, detail, address }: Diagnostic): readonly string[] {
  const head = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}${address === undefined ? '' : ` (${address})`}`;
  const lines = detail.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return detail === '' ? [head] : [head, ...lines];
}

/** Some errors put everything into the summary: its first paragraph, on one line, is enough for a head line. */
function firstParagraph(text: string): { readonly summary: string; readonly rest: string } {
  const [first = '', ...others] = text.trim().split(/\n\s*\n/);
  return { summary: onOneLine(first), rest: others.join('\n\n').trim() };
}

/** Undoes line breaks: Terraform wraps plain text at 78 columns, in the middle of what one wants to find. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
