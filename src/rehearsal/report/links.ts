// Tells links that lead somewhere from those to hosts that were up only during the rehearsal, and from what is no link at all.
import { type Html, html } from './html.ts';

export type LinkTarget =
  | { readonly kind: 'live'; readonly href: string }
  | { readonly kind: 'emulated'; readonly href: string }
  | { readonly kind: 'none' };

const followed = new Set(['http:', 'https:', 'mailto:']);

export const emulatedHint = 'was up only during the rehearsal';

export function decideLink(url: string, emulatedHosts: readonly string[]): LinkTarget {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !followed.has(parsed.protocol)) return { kind: 'none' };
  const isEmulated = emulatedHosts.some((host) => parsed.host === host || parsed.host.endsWith(`.${host}`));
  return { kind: isEmulated ? 'emulated' : 'live', href: parsed.href };
}

export function renderLink(url: string, label: string, emulatedHosts: readonly string[]): Html {
  const target = decideLink(url, emulatedHosts);
  switch (target.kind) {
    case 'live':
      return html`<a href="${target.href}" rel="noreferrer nofollow">${label}</a>`;
    case 'emulated':
      return html`<span class="gone" title="${target.href} ${emulatedHint}">${label}</span>`;
    case 'none':
      return html`<span>${label}</span>`;
    default:
      return target satisfies never;
  }
}
