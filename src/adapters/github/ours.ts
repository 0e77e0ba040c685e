// Decides whether a text on GitHub is ours: it begins with our marker, and we wrote it.
import { failure } from '../../define/failure.ts';
import type { Marker } from '../../ports/comments.ts';

/** What GitHub tells about who wrote something. */
export interface Written {
  readonly body?: string | null;
  readonly user: { readonly login: string; readonly type?: string } | null;
  readonly performed_via_github_app?: { readonly slug?: string } | null;
}

/** GitHub refuses more: "body is too long (maximum is 65536 characters)". */
export const mostBodyCharacters = 65_536;

/** Invisible on GitHub, and the first thing in the body: who quotes us does not become us. */
function markerLine(marker: Marker): string {
  return `<!-- opsdeck:${marker} -->`;
}

export function withMarker(marker: Marker, text: string): string {
  return `${markerLine(marker)}\n${text}`;
}

/** The body as `withMarker` was given it. */
export function withoutMarker(marker: Marker, body: string): string {
  return body.slice(markerLine(marker).length).replace(/^\r?\n/, '');
}

export function isOurs(written: Written, marker: Marker, botLogin: string): boolean {
  return (written.body ?? '').startsWith(markerLine(marker)) && isWrittenBy(written, botLogin);
}

/** The login of an app ends in `[bot]`, which that of a person cannot. */
export function isWrittenBy({ user, performed_via_github_app: app }: Written, login: string): boolean {
  if (user === null || user.login.toLowerCase() !== login.toLowerCase()) return false;
  if (!login.endsWith('[bot]')) return true;
  return (user.type ?? 'Bot') === 'Bot' && (app?.slug ?? appSlug(login)) === appSlug(login);
}

/** `github-actions[bot]` -> `github-actions` */
export function appSlug(botLogin: string): string {
  return botLogin.replace(/\[bot\]$/, '');
}

/** @throws `github/body-too-long`, before anything is sent */
export function refuseTooLong(what: string, body: string, most: number = mostBodyCharacters): void {
  if (body.length <= most) return;
  throw failure({
    code: 'github/body-too-long',
    what: `The text of ${what} has ${body.length} characters; GitHub takes ${most}.`,
    next: 'Render it with a smaller budget.',
  });
}
