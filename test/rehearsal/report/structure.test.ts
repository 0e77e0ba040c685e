import { describe, expect, test } from '@jest/globals';
import { keepStructure } from '../../../src/rehearsal/report/structure.ts';

describe('elements that stand well stay', () => {
  test.each([
    '<ul><li>a<ul><li><p>b</p></li></ul></li></ul>',
    '<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td><b>x</b><br /></td></tr></tbody></table>',
    '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>',
    '<dl><dt>a</dt><dd><h3>b</h3></dd></dl><h3>c</h3>',
    '<p><a href="https://a.example/?b&gt;c">a</a> <a>b</a></p>',
  ])('%s', (markup) => {
    expect(keepStructure(markup)).toBe(markup);
  });
});

describe('elements that would make a browser close or move what is around them go, and their content stays', () => {
  test.each([
    ['items without a list', '<li>a<b><li>b</li></b></li>', 'a<b>b</b>'],
    ['terms without a list', '<div><dd>a</dd></div>', '<div>a</div>'],
    ['cells without a row', '<table><td>a</td></table>', '<table>a</table>'],
    [
      'what is between the parts of a table',
      '<table><p><b>a</b></p><tr><i>b</i><td>c</td></tr></table>',
      '<table>a<tr>b<td>c</td></tr></table>',
    ],
    ['links in links', '<a><i><a>a</a></i></a>', '<a><i>a</i></a>'],
    ['headings in headings', '<h3><div><h6>a</h6></div></h3>', '<h3><div>a</div></h3>'],
    ['items that an element left out had held', '<table><ul><li>a</li></ul></table>', '<table>a</table>'],
  ])('%s', (_, markup, expected) => {
    expect(keepStructure(markup)).toBe(expected);
  });
});
