// How the page is laid out: head, facts, contents and bars, from a phone to paper.

export const page = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 15px/1.55 var(--text-font); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 1000px; padding: 32px 24px 48px; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 30px; letter-spacing: -0.015em; }
h2 { font-size: 20px; letter-spacing: -0.01em; }
p, dl, dd, ol, ul { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: var(--link); text-underline-offset: 2px; }
code, pre { font-family: var(--code-font); font-size: 0.87em; }
pre code { font-size: 1em; }
summary { cursor: pointer; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 16px; top: 8px; background: var(--paper); padding: 6px 12px; z-index: 1; }
.aside, .number { color: var(--ink-soft); font-weight: 400; }
.gone { text-decoration: underline dotted; text-underline-offset: 3px; }
.symbol { width: 1em; height: 1em; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round;
  vertical-align: -0.14em; flex: none; }
.badge { display: inline-flex; align-items: center; gap: 6px; padding: 3px 11px 3px 9px; border-radius: 999px; font-size: 13px;
  font-weight: 600; line-height: 1.5; white-space: nowrap; color: var(--tone); background: var(--tone-soft); }
.tag { display: inline-block; padding: 0 7px; border: 1px solid var(--rule); border-radius: 999px; font-size: 12px; line-height: 18px;
  color: var(--ink-soft); }

.head { margin-bottom: 28px; }
.eyebrow { color: var(--ink-soft); font-size: 13px; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; margin-bottom: 4px; }
.head-facts { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; margin-top: 12px; }

main > section, .contents { background: var(--paper); border: 1px solid var(--rule); border-radius: 12px; padding: 20px 24px; margin-bottom: 20px; }
main > section > h2, .contents > h2 { font-size: 16px; margin-bottom: 10px; }
.failure { border-color: light-dark(#d5535a, #b5474b); border-left-width: 5px; }
.failure .message { white-space: pre-wrap; }
.failure pre { overflow: auto; background: var(--raised); border-radius: 8px; padding: 12px 14px; }
.facts > p { color: var(--ink-soft); max-width: 70ch; }
.facts > .natures { margin-top: 6px; max-width: none; font-size: 14px; }
.facts > details { margin-top: 8px; font-size: 14px; }
.facts { border-left: 5px solid light-dark(#d19a34, #bb8a33); }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 14px 32px; margin-top: 14px; }
.columns h3 { font-size: 13px; margin-bottom: 6px; }
.columns dl > div { display: grid; grid-template-columns: 10em minmax(0, 1fr); gap: 0 12px; padding: 6px 0; border-top: 1px solid var(--rule); }
.columns dt { font-weight: 600; }
.columns dl { font-size: 14px; }
.columns dd { color: var(--ink-soft); }
.tag.emulated { color: light-dark(#7d4e00, #f0bd62); background: light-dark(#fbeed2, #3a2b10); border-color: transparent; }
.tag.real { color: light-dark(#17693c, #7ad9a3); background: light-dark(#dff3e6, #143325); border-color: transparent; }

.contents li { display: grid; grid-template-columns: 104px 1fr; gap: 4px 14px; align-items: start; padding: 9px 0; border-top: 1px solid var(--rule); }
.contents li:first-child { border-top: 0; padding-top: 0; }
.contents .badge { justify-self: start; }
.contents a { font-weight: 600; }
.contents .aside { font-size: 14px; }

.row { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) 92px; gap: 4px 16px; align-items: center; }
.row-time { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; color: var(--ink-soft); }
.bar { display: block; width: 100%; height: 10px; overflow: visible; }
.bar rect { fill: var(--tone-bar); }
.bar .axis { fill: var(--rule); opacity: 0.45; }
.timings li { padding: 7px 0; border-top: 1px solid var(--rule); }
.timings li:first-child { border-top: 0; }
.timings .row-name { font-weight: 600; }
.seen { color: var(--ink-soft); font-size: 14px; }
footer { color: var(--ink-soft); font-size: 13px; margin-top: 36px; padding-top: 14px; border-top: 1px solid var(--rule); }

@media (max-width: 640px) {
  body { padding: 20px 14px 32px; }
  h1 { font-size: 24px; }
  main > section, .contents { padding: 16px; }
  .columns { grid-template-columns: 1fr; }
  .contents li { grid-template-columns: 1fr; }
  .row { grid-template-columns: minmax(0, 1fr) auto; }
  .row .bar { grid-row: 2; grid-column: 1 / -1; height: 6px; }
  span.bar { display: none; }
}
@media print {
  html { background: #ffffff; }
  body { max-width: none; padding: 0; zoom: 0.8; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .skip { display: none; }
  .story { break-before: page; }
}
`;
