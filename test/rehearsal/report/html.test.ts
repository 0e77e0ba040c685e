import { describe, expect, test } from '@jest/globals';
import { type Html, html, renderHtml, trustHtml } from '../../../src/rehearsal/report/html.ts';

describe('the template', () => {
  test.each<[string, Html, string]>([
    ['escapes text', html`<b>${'<i>&"\''}</b>`, '<b>&lt;i&gt;&amp;&quot;&#39;</b>'],
    ['keeps HTML', html`<b>${html`<i>${'<'}</i>`}</b>`, '<b><i>&lt;</i></b>'],
    ['joins lists', html`${[html`a`, html`<br>`, trustHtml('b')]}`, 'a<br>b'],
    ['leaves out what is not there', html`[${undefined}${false}${0}]`, '[0]'],
    ['shows controls that reorder text', html`${'a\u202Ecod.exe\u2066\u200F'}`, 'a⟨U+202E⟩cod.exe⟨U+2066⟩⟨U+200F⟩'],
    ['shows controls of terminals', html`${'\u001B[31m\u0000'}`, '⟨U+001B⟩[31m⟨U+0000⟩'],
    ['keeps line ends and joined emoji', html`${'a\n\tb 👩‍🚀'}`, 'a\n\tb 👩‍🚀'],
  ])('%s', (_, value, expected) => {
    expect(renderHtml(value)).toBe(expected);
  });

  test('takes no parsed JSON for HTML', () => {
    const forged = JSON.parse('{"html":"<script>","map":null,"Symbol(html)":"<script>"}');
    expect(() => renderHtml(html`${forged}`)).toThrow(TypeError);
  });
});
