// HTML as a value of its own: whatever goes into the template is escaped, unless it is HTML already.

const trusted = Symbol('html');

/** Only this file can make one, and no parsed JSON can pass for one. */
export interface Html {
  readonly [trusted]: string;
}

export type Interpolated = string | number | false | undefined | Html | readonly Html[];

/** For instance html`<b>${title}</b>`; attributes are to be quoted. */
export function html(texts: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  return trustHtml(texts.map((text, index) => text + interpolate(values[index])).join(''));
}

/** Only for what was escaped or sanitised right before. */
export function trustHtml(text: string): Html {
  return { [trusted]: text };
}

export function renderHtml(value: Html): string {
  return value[trusted];
}

function interpolate(value: Interpolated): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'map' in value ? value.map(renderHtml).join('') : renderHtml(value);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return showControls(text).replace(/[&<>"']/g, (character) => entities[character] as string);
}

/** Controls that reorder what a person reads (https://trojansource.codes), and those that mean nothing in a page. */
const controls = /[\p{Bidi_Control}\p{Cc}]/gu;

/** Makes visible what would deceive the eye: `⟨U+202E⟩`. */
export function showControls(text: string): string {
  return text.replace(controls, (character) => (/[\t\n\r]/.test(character) ? character : `⟨${codePoint(character)}⟩`));
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
