// Reads `{ charts, pages }` from its input and tells what a browser makes of them: in a process of its own, because Jest cannot load jsdom.
import { text } from 'node:stream/consumers';
import { JSDOM } from 'jsdom';

const { charts, pages } = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify({ charts: await readCharts(charts), pages: pages.map(readPage) }));

/** What mermaid takes each for, or what it says against it. */
async function readCharts(codes) {
  // Mermaid wants to see a browser when it is loaded.
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  return Promise.all(codes.map((code) => mermaid.parse(code).then(({ diagramType }) => diagramType, String)));
}

function readPage(html) {
  const { document } = new JSDOM(html).window;
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    language: document.documentElement.lang,
    titles: all('h1').map(({ textContent }) => textContent),
    ids: all('[id]').map(({ id }) => id),
    references: all('[aria-labelledby]').map((element) => element.getAttribute('aria-labelledby')),
    foreign: all('script, link, img, iframe, object, [src], [href]').length,
    handlers: all('*').flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))).length,
    rows: all('.scroll tbody tr').length,
    charts: all('svg').map((svg) => svg.getAttribute('aria-label')),
    valueTables: all('figure details table').length,
    tablesWithoutHeads: all('table').filter((table) => !table.querySelector('thead th[scope=col]')).length,
    text: document.body.textContent,
  };
}
