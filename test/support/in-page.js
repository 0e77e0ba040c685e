// Measures the page from within: Chromium's own answers about contrast, width and headings.

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function colour(text) {
  const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
  return { parts: [red, green, blue], alpha };
}

function groundOf(element) {
  for (let at = element; at; at = at.parentElement) {
    const { parts, alpha } = colour(getComputedStyle(at).backgroundColor);
    if (alpha === 1) return parts;
  }
  throw new Error('no ground');
}

/** Every visible text whose contrast is lower than asked for. */
function lowContrasts(least) {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  let checked = 0;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    checked++;
    const style = getComputedStyle(element);
    const [a, b] = [luminance(colour(style.color).parts), luminance(groundOf(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least) found.add(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  return { checked, found: [...found] };
}

/** How many pixels the page is wider than the window. */
function overflowing() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

function unfoldAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** How a browser builds another page: what is where it should not be. */
function strayElements(page) {
  const built = new DOMParser().parseFromString(page, 'text/html');
  const count = (selector) => built.querySelectorAll(selector).length;
  const attributes = [...built.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
  return {
    scripts: count('script, iframe, object, embed, img, video, audio, form, base, math, foreignObject, template'),
    styles: count('style'),
    handlers: attributes.filter((name) => name.startsWith('on')).length,
    targets: [...built.querySelectorAll('[href]')].filter(
      (element) => !/^(https?:|mailto:|#|data:,$)/.test(element.getAttribute('href')),
    ).length,
    entries: count('.entry'),
    entriesInPlace: count('body > main > .stories > .story > .timeline > .entry'),
    bodies: count('.markdown'),
    bodiesInPlace: count('.entry > article.card > .markdown, .entry > article > details.card > .markdown'),
    ids: count('[id]'),
  };
}

/** Whether the first element with this text can be seen, and is not folded away. */
function isShown(selector, text) {
  const element = [...document.querySelectorAll(selector)].find(({ textContent }) => textContent.includes(text));
  return element.checkVisibility({ contentVisibilityAuto: true });
}

globalThis.inPage = { isShown, lowContrasts, overflowing, unfoldAll, strayElements };
