// Reads commit messages in the form of Conventional Commits 1.0; whatever has another form is a change all the same.

export interface Commit {
  readonly sha: string;
  readonly message: string;
}

export interface Change {
  readonly sha: string;
  /** `feat`, `fix`, ...; `other` where the message has no such form. */
  readonly type: string;
  readonly scope?: string;
  readonly subject: string;
  /** What people have to do about it; the subject, where the message marks it with `!` alone. */
  readonly breaking?: string;
}

/** https://www.conventionalcommits.org/en/v1.0.0/#specification */
const header = /^([a-z][a-z-]*)(?:\(([^()]+)\))?(!)?: +(\S.*)$/i;
const breakingFooter = /^BREAKING[ -]CHANGE: +(\S.*)$/;
/** Another footer ends what came before it. */
const footer = /^(?:[A-Za-z][A-Za-z-]*|BREAKING CHANGE)(?:: | #)\S/;

export function readChange({ sha, message }: Commit): Change {
  const [first = '', ...body] = message.trim().split(/\r?\n/);
  const [, type, scope, bang, subject = ''] = header.exec(first) ?? [];
  const told = breakingIn(body);
  if (type === undefined) return { sha, type: 'other', subject: first, ...(told && { breaking: told }) };
  const breaking = told ?? (bang ? subject : undefined);
  return { sha, type: type.toLowerCase(), subject, ...(scope && { scope }), ...(breaking && { breaking }) };
}

function breakingIn(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => breakingFooter.test(line));
  if (at === -1) return undefined;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() === '' || footer.test(line));
  const [, first = ''] = breakingFooter.exec(lines[at] ?? '') ?? [];
  return [first, ...rest.slice(0, end === -1 ? rest.length : end)].map((line) => line.trim()).join(' ');
}
