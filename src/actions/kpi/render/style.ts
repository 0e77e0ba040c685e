// The looks of the report: light and dark, narrow, printed.
export const style = `
:root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --soft: #59636e; --line: #d1d9e0; --now: #0969da; --base: #59636e;
  --bad: #b3261e; --good: #1a7f37; --unknown: #7a5200; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9198a1; --line: #3d444d; --now: #58a6ff;
  --base: #9198a1; --bad: #ff7b72; --good: #3fb950; --unknown: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 70rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
h1, h2, p, figcaption, summary { overflow-wrap: anywhere; } td, th { overflow-wrap: break-word; }
.soft { color: var(--soft); font-size: 0.875rem; font-weight: 400; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); }
.scroll > table { min-width: 44rem; } .number { white-space: nowrap; }
.breach { color: var(--bad); font-weight: 600; } .met { color: var(--good); } .insufficient-data { color: var(--unknown); }
.worse { color: var(--bad); } .better { color: var(--good); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.5rem;
  margin-top: 1.5rem; }
figure { margin: 0; min-width: 0; break-inside: avoid; } figcaption { font-weight: 600; }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 12px; }
.grid { stroke: var(--line); } .target { stroke: var(--bad); stroke-dasharray: 6 4; }
.now, .base { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.now { stroke: var(--now); } .base { stroke: var(--base); stroke-dasharray: 2 4; }
:focus-visible { outline: 2px solid var(--now); outline-offset: 2px; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #444; --line: #bbb; --now: #004a9e; --base: #555; --bad: #a00; --good: #060;
  --unknown: #630; color-scheme: light; } body { max-width: none; padding: 0; font-size: 10pt; } .scroll { overflow: visible; }
  .scroll > table { min-width: 0; } .number { white-space: normal; } details { display: none; } }
`;
