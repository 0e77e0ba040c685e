import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../src/rehearsal/report/html.ts';
import { renderFirstLine, renderMarkdown } from '../../../src/rehearsal/report/markdown.ts';

const emulatedHosts = ['preview.example', '127.0.0.1:4000'];

function render(markdown: string, breaks = false): string {
  const page = renderHtml(renderMarkdown(markdown, { emulatedHosts, breaks }));
  return page.replace(/^<div class="markdown">|<\/div>$/g, '').trim();
}

describe('Markdown as GitHub has it', () => {
  test('tables', () => {
    expect(render('| a | b |\n| --- | ---: |\n| `x` | 1 |')).toMatchInlineSnapshot(`
"<table>
<thead>
<tr>
<th>a</th>
<th align="right">b</th>
</tr>
</thead>
<tbody><tr>
<td><code>x</code></td>
<td align="right">1</td>
</tr>
</tbody></table>"
`);
  });

  test('task lists', () => {
    expect(render('- [x] plan\n- [ ] apply')).toMatchInlineSnapshot(`
"<ul>
<li><input type="checkbox" disabled checked aria-label="done" /> plan</li>
<li><input type="checkbox" disabled aria-label="to do" /> apply</li>
</ul>"
`);
  });

  test('diffs in colour, line by line', () => {
    expect(render('```diff\n@@ a @@\n- <old>\n+ new\n! maybe\n  same\n```')).toMatchInlineSnapshot(`
"<pre data-language="diff"><code><span class="hunk">@@ a @@
</span><del>- &lt;old&gt;
</del><ins>+ new
</ins><span class="changed">! maybe
</span>  same
</code></pre>"
`);
  });

  test('mermaid as its source', () => {
    expect(render('```mermaid\ngraph LR\n  a --> b\n```')).toMatchInlineSnapshot(`
"<pre data-language="mermaid"><code>graph LR
  a --&gt; b</code></pre>"
`);
  });

  test('folded details, with Markdown inside', () => {
    expect(render('<details open><summary>More</summary>\n\n**bold**\n\n</details>')).toMatchInlineSnapshot(`
"<details open><summary>More</summary><p><strong>bold</strong></p>
</details>"
`);
  });

  test.each([
    ['> [!CAUTION]\n> It **goes**.', 'caution'],
    ['> [!note]\n>\n> - a', 'note'],
    ['> no alert', undefined],
  ])('alerts: %j', (markdown, kind) => {
    const page = render(markdown);
    expect(/class="alert alert-(\w+)"/.exec(page)?.[1]).toBe(kind);
    expect(page).not.toContain('[!');
  });

  test('headings stand below the title of the pull request', () => {
    expect(render('# a\n## b\n###### c')).toMatchInlineSnapshot(`
"<h3>a</h3>
<h4>b</h4>
<h6>c</h6>"
`);
  });

  test('the end of a line breaks it in comments, but not in summaries', () => {
    expect([render('a\nb', true), render('a\nb')]).toEqual(['<p>a<br />b</p>', '<p>a\nb</p>']);
  });
});

describe('what is not kept', () => {
  test.each([
    ['scripts', 'a<script>alert(1)</script>b', '<p>ab</p>'],
    ['hidden comments', '<!-- marker -->\n\na <!-- b --> c', '<p>a  c</p>'],
    ['event handlers and styles', '<b onclick="x()" style="color:red" id="main" class="card">a</b>', '<p><b>a</b></p>'],
    ['frames and forms', '<iframe src="https://a.example">x</iframe><form><button>Go</button></form>', 'xGo'],
    ['pictures: they would be loaded', '![logo](https://a.example/a.png)', '<p><span class="image">image: logo</span></p>'],
    ['pictures without a text', '<img src="https://a.example/a.png">', '<span class="image">image</span>'],
    ['boxes to write into', '<input value="password"> [x]', '<p><span></span> [x]</p>'],
    ['open elements', '<div><b>a', '<div><b>a</b></div>'],
    ['elements that it did not open', 'a</section></li></main>', '<p>a</p>'],
    ['entities that stand for controls', 'a&#x202e;b', '<p>a⟨U+202E⟩b</p>'],
    ['odd names of languages', '<pre data-language="\u202Ex y">a</pre>', '<pre>a</pre>'],
  ])('%s', (_, markdown, expected) => {
    expect(render(markdown)).toBe(expected);
  });
});

describe('a link', () => {
  test.each([
    [
      'to the web stays',
      '[a](https://b.example/c?d=e&f)',
      '<a href="https://b.example/c?d=e&amp;f" rel="noreferrer nofollow">a</a>',
    ],
    ['to a host of the rehearsal says that it is gone', '[a](http://x.preview.example/)', emulated('http://x.preview.example/')],
    ['to a port of the rehearsal does, too', '[a](http://127.0.0.1:4000/pull/1)', emulated('http://127.0.0.1:4000/pull/1')],
    ['to another port stays', '[a](http://127.0.0.1:80/)', '<a href="http://127.0.0.1/" rel="noreferrer nofollow">a</a>'],
    [
      'to a host that ends alike stays',
      '[a](https://npreview.example/)',
      '<a href="https://npreview.example/" rel="noreferrer nofollow">a</a>',
    ],
    ['that runs something is a text', '[a](javascript:alert(1))', '<span>a</span>'],
    ['that hides its scheme is a text', '<a href="java&#10;script:alert(1)">a</a>', '<span>a</span>'],
    ['with data is a text', '[a](data:text/html,x)', '<span>a</span>'],
    ['within the repository is a text', '[a](docs/a.md)', '<span>a</span>'],
    ['without a scheme is a text', '[a](//b.example)', '<span>a</span>'],
  ])('%s', (_, markdown, expected) => {
    expect(render(markdown)).toBe(`<p>${expected}</p>`);
  });

  function emulated(href: string): string {
    return `<span class="gone" title="${href} was up only during the rehearsal">a</span>`;
  }
});

describe('the first line', () => {
  test.each([
    ['<!-- marker -->\n\n**Plan: 3 to add** · `ab12`', 'Plan: 3 to add · ab12'],
    ['> [!WARNING]\n> 1 resource', '1 resource'],
    ['### <script>x</script>Title & <b>more</b>', 'Title &amp; more'],
    ['', '(empty)'],
    [`${'word '.repeat(60)}`, `${'word '.repeat(28).trim()}…`],
  ])('of %j', (markdown, expected) => {
    expect(renderHtml(renderFirstLine(markdown))).toBe(expected);
  });
});

describe('texts that are there to exhaust', () => {
  test.each(['>', '> - ', '*a_', '**a', '[a](', '<b>', '<details>', '1. '])(
    '20,000 characters of %j are shown all the same',
    (unit) => {
      const page = render(unit.repeat(20_000 / unit.length));
      expect(page.length).toBeGreaterThan(0);
    },
  );
});
