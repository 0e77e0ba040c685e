// How a pull request looks: a rail with signs on the left, lines and cards on the right.

export const timeline = `
.story { margin-top: 44px; scroll-margin-top: 16px; }
.story-head { margin-bottom: 18px; padding-bottom: 14px; border-bottom: 1px solid var(--rule); }
.story-head h2 { font-size: 24px; }
.story-facts { margin-top: 8px; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
.about { margin-top: 10px; color: var(--ink-soft); max-width: 75ch; }
.name, .label { font-weight: 600; }
.label { font-size: 13px; padding: 1px 9px; border-radius: 999px; border: 1px solid var(--rule); background: var(--paper); }

.timeline { position: relative; }
.timeline::before { content: ""; position: absolute; left: 17px; top: 10px; bottom: 10px; width: 2px; background: var(--rule); }
.entry { position: relative; display: grid; grid-template-columns: 36px minmax(0, 1fr); gap: 0 14px; padding: 7px 0; align-items: start; }
.dot, .avatar { display: grid; place-items: center; width: 36px; height: 36px; border-radius: 50%; z-index: 0; }
.dot { background: var(--ground); }
.dot::before { content: ""; grid-area: 1 / 1; width: 28px; height: 28px; border-radius: 50%; background: var(--tone-soft); z-index: -1; }
.dot .symbol { grid-area: 1 / 1; color: var(--tone); }
.avatar { background: var(--face); color: #ffffff; font-size: 13px; font-weight: 600; box-shadow: 0 0 0 4px var(--ground); }
.entry time { flex: none; margin-left: auto; color: var(--ink-soft); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; cursor: help; }
.line { display: flex; gap: 4px 16px; align-items: baseline; min-height: 36px; padding: 6px 0; }
.line p { min-width: 0; }

.card { background: var(--paper); border: 1px solid var(--rule); border-radius: 10px; overflow: hidden; }
.card-head { display: flex; gap: 4px 12px; align-items: baseline; padding: 8px 16px; background: var(--raised); }
.card-title { min-width: 0; }
details.card[open] > .card-head, header.card-head { border-bottom: 1px solid var(--rule); }
.card-head::-webkit-details-marker { display: none; }
summary.card-head { list-style: none; }
summary.card-head:focus-visible { outline-offset: -2px; }
summary.card-head::before { content: ""; flex: none; align-self: start; margin-top: 0.5em; width: 7px; height: 7px; border: solid var(--ink-soft);
  border-width: 0 2px 2px 0; rotate: -45deg; }
details[open] > summary.card-head::before { rotate: 45deg; }
summary.card-head:hover { background: var(--ground); }
details[open] > .card-head .first-line { display: none; }
.first-line, .subtitle { display: block; color: var(--ink-soft); font-size: 14px; }
.card > .markdown { padding: 14px 16px; }
.changes { border-top: 1px solid var(--rule); padding: 8px 16px; font-size: 13px; color: var(--ink-soft); }
.changes pre { margin: 8px 0 4px; padding: 10px 0; overflow: auto; max-height: 420px; background: var(--raised); color: var(--ink); border-radius: 6px; }
.changes code { display: block; width: max-content; min-width: 100%; padding: 0 14px; }
.added { color: light-dark(#17693c, #7ad9a3); } .removed { color: light-dark(#a31d24, #ff9a94); }
.reactions { display: flex; flex-wrap: wrap; gap: 6px; padding: 0 16px 12px; }
.reactions li { border: 1px solid var(--rule); border-radius: 999px; padding: 1px 10px; font-size: 13px; color: var(--ink-soft); }

.card > .rows { padding: 10px 16px 12px; }
.job + .job { margin-top: 8px; padding-top: 8px; border-top: 1px solid var(--rule); }
.job > .row { font-weight: 600; }
.job > .row .row-time { font-weight: 400; }
.steps { padding: 2px 0; font-size: 14px; }
.steps .row { padding: 1px 0; }
.steps .row-name { padding-left: 22px; }
.steps .bar { height: 6px; }
.mark { color: var(--tone); }
.stand-in { display: block; padding-left: 20px; font-size: 12px; font-weight: 400; color: var(--ink-soft); }

@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
  summary.card-head::before { transition: rotate 120ms ease-out; }
}
@media (max-width: 640px) {
  .story-head h2 { font-size: 20px; }
  .entry { grid-template-columns: 28px minmax(0, 1fr); gap: 0 10px; }
  .dot, .avatar { width: 28px; height: 28px; font-size: 11px; }
  .dot::before { width: 26px; height: 26px; }
  .timeline::before { left: 13px; }
  .line { min-height: 28px; padding: 3px 0; }
  .card-head, .card > .markdown, .changes, .card > .rows { padding-left: 12px; padding-right: 12px; }
  .steps .row-name { padding-left: 12px; }
}
@media print {
  .card { overflow: visible; }
  .changes pre { max-height: none; }
}
`;
