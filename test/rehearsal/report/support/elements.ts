// Reads a page back, element by element, and finds what must not be in it.
import sanitizeHtml from 'sanitize-html';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function parseElements(page: string): readonly Element[] {
  const elements: Element[] = [];
  sanitizeHtml(page, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    onOpenTag: (name, attributes) => elements.push({ name, attributes: { ...attributes } }),
  });
  return elements;
}

const harmlessElements = new Set(
  `html head meta title link style body header main section nav footer article details summary figure figcaption div span p pre
  h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote hr br wbr svg rect path time bdi
  a b strong i em code tt kbd samp var ins del s strike sup sub q small mark abbr cite dfn ruby rt rp input`.split(/\s+/),
);

const harmlessAttributes = new Set(
  `lang charset http-equiv content name class id href rel title aria-label aria-labelledby aria-hidden role focusable open datetime
  viewbox d x width height rx align colspan rowspan start reversed type checked disabled data-language`.split(/\s+/),
);

const harmlessTarget = /^(https?:\/\/|mailto:|#pr-\d+$|#stories$|data:,$)/;

/** @returns nothing for a page that runs nothing, loads nothing, and links to the web alone */
export function findHarm(elements: readonly Element[]): readonly string[] {
  return elements.flatMap(({ name, attributes }) => {
    const shown = `<${name} ${JSON.stringify(attributes)}>`;
    const isHarmless =
      harmlessElements.has(name) &&
      Object.keys(attributes).every((attribute) => harmlessAttributes.has(attribute)) &&
      (attributes.href === undefined || harmlessTarget.test(attributes.href)) &&
      (name !== 'input' || (attributes.type === 'checkbox' && attributes.disabled !== undefined));
    return isHarmless ? [] : [shown];
  });
}
