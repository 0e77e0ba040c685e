// How a comment's Markdown looks.

export const markdown = `
.markdown > :first-child { margin-top: 0; }
.markdown > :last-child { margin-bottom: 0; }
.markdown p, .markdown ul, .markdown ol, .markdown dl, .markdown table, .markdown pre, .markdown blockquote, .markdown details,
.markdown .alert { margin: 0 0 12px; }
.markdown :is(h3, h4, h5, h6) { margin: 20px 0 8px; line-height: 1.3; }
.markdown h3 { font-size: 20px; padding-bottom: 5px; border-bottom: 1px solid var(--rule); }
.markdown h4 { font-size: 17px; padding-bottom: 4px; border-bottom: 1px solid var(--rule); }
.markdown :is(h5, h6) { font-size: 15px; }
.markdown :is(ul, ol) { padding-left: 24px; }
.markdown ul { list-style: disc; }
.markdown ol { list-style: decimal; }
.markdown li > :is(ul, ol, p) { margin-bottom: 4px; }
.markdown li:has(> input, > p > input) { list-style: none; }
.markdown li input { margin: 0 6px 0 -20px; vertical-align: -1px; }
.markdown dd { margin-left: 24px; }
.markdown :is(code, tt, samp) { padding: 1px 5px; border-radius: 5px; background: light-dark(#edf0f4, #26313d); }
.markdown pre { position: relative; padding: 12px 0; overflow: auto; background: var(--raised); border: 1px solid var(--rule); border-radius: 8px;
  line-height: 1.5; }
.markdown pre code { display: block; width: max-content; min-width: 100%; padding: 0 14px; background: none; border-radius: 0; overflow-wrap: normal; }
.markdown pre[data-language]::before { content: attr(data-language); position: sticky; left: 0; display: block; padding: 0 14px 4px; color: var(--ink-soft);
  font: 11px/1.3 var(--text-font); letter-spacing: 0.04em; }
.markdown pre[data-language="mermaid"]::before { content: "mermaid, as its source"; }
pre ins, pre del, pre .hunk, pre .changed { display: block; margin: 0 -14px; padding: 0 14px; text-decoration: none; }
pre ins { background: var(--added); color: var(--added-ink); }
pre del { background: var(--removed); color: var(--removed-ink); }
pre .hunk { color: light-dark(#5b3aa8, #c3aef5); background: light-dark(#f1edfb, #241f38); }
pre .changed { color: light-dark(#7d4e00, #f0bd62); background: light-dark(#fbeed2, #3a2b10); }
.markdown table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.markdown :is(th, td) { padding: 5px 12px; border: 1px solid var(--rule); overflow-wrap: normal; vertical-align: top; }
.markdown th { background: var(--raised); text-align: left; }
.markdown :is(th, td)[align="right"] { text-align: right; }
.markdown :is(th, td)[align="center"] { text-align: center; }
.markdown blockquote { padding-left: 14px; border-left: 3px solid var(--rule); color: var(--ink-soft); }
.markdown hr { height: 0; border: 0; border-top: 1px solid var(--rule); margin: 18px 0; }
.markdown kbd { padding: 1px 6px; border: 1px solid var(--rule); border-bottom-width: 2px; border-radius: 5px; background: var(--raised); }
.markdown mark { background: light-dark(#fbeed2, #4a3814); color: inherit; }
.markdown details > summary { padding: 2px 0; }
.markdown details[open] > summary { margin-bottom: 6px; }
.markdown p:empty { display: none; }
.markdown .image { padding: 1px 8px; border: 1px dashed var(--rule); border-radius: 5px; color: var(--ink-soft); font-size: 13px; }
.markdown .alert { padding: 8px 14px; border-left: 4px solid var(--alert); background: var(--alert-soft); border-radius: 0 6px 6px 0; }
.markdown .alert > :last-child { margin-bottom: 0; }
.markdown .alert-title { margin-bottom: 2px; font-weight: 600; color: var(--alert); }
.alert-note { --alert: light-dark(#0b5f8a, #7ccaf4); --alert-soft: light-dark(#eaf5fb, #12303f); }
.alert-tip { --alert: light-dark(#17693c, #7ad9a3); --alert-soft: light-dark(#e9f7ee, #143325); }
.alert-important { --alert: light-dark(#5b3aa8, #c3aef5); --alert-soft: light-dark(#f1edfb, #2c2445); }
.alert-warning { --alert: light-dark(#7d4e00, #f0bd62); --alert-soft: light-dark(#fdf5e4, #3a2b10); }
.alert-caution { --alert: light-dark(#a31d24, #ff9a94); --alert-soft: light-dark(#fdeeed, #421f20); }
`;
