// HTML as a value of its own: whatever goes into the template is escaped, unless it is HTML already.
import { visible } from '../../comment/text.ts';

const trusted = Symbol('html');

/** Only this file can make one, and no parsed JSON can pass for one. */
export interface Html {
  readonly [trusted]: string;
}

export type Interpolated = string | number | undefined | Html | readonly Html[];

/** For instance html`<b>${title}</b>`; attributes are to be quoted. */
export function html(texts: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  return { [trusted]: texts.map((text, index) => text + interpolate(values[index])).join('') };
}

/** Only for texts of our own. */
export function trust(text: string): Html {
  return { [trusted]: text };
}

export function renderHtml(value: Html): string {
  return value[trusted];
}

function interpolate(value: Interpolated): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'map' in value ? value.map(renderHtml).join('') : renderHtml(value);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
