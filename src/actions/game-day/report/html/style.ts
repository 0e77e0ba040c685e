// The looks of the page: what the KPI report has, and what a game day has more.
import { style as shared } from '../../../kpi/render/style.ts';

export const style = `${shared}
:root { --window: #0969da1a; --banner: #fff8c5; }
@media (prefers-color-scheme: dark) { :root { --window: #58a6ff26; --banner: #3b2e00; } }
h1 { margin-bottom: 0.5rem; }
a { color: var(--now); }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; } .unknown { color: var(--unknown); font-weight: 600; }
header { border-left: 0.4rem solid var(--line); padding-left: 1rem; }
header.good { border-color: var(--good); } header.bad { border-color: var(--bad); } header.unknown { border-color: var(--unknown); }
header.good, header.bad, header.unknown { color: var(--ink); font-weight: 400; }
.why { font-size: 1.1rem; }
.rehearsed { padding: 0.6rem 0.9rem; background: var(--banner); border: 1px solid var(--unknown); font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); gap: 0.6rem 1.5rem; margin: 1rem 0; }
.facts dt { color: var(--soft); font-size: 0.875rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
li { margin: 0.3rem 0; overflow-wrap: anywhere; }
.scroll { margin: 0.5rem 0; } .scroll > table { min-width: 34rem; } .values table { min-width: 0; }
.values .scroll { max-height: 20rem; overflow-y: auto; }
.wide > svg { min-width: 52rem; }
td, th { max-width: 34rem; } .long { display: inline-block; min-width: 16rem; overflow-wrap: anywhere; }
details { margin: 0.5rem 0; } summary { cursor: pointer; color: var(--soft); }
svg text { fill: var(--ink); } svg .group { font-weight: 600; } .window { fill: var(--window); }
.bar { fill: var(--now); } .bar.good { fill: var(--good); } .bar.bad { fill: var(--bad); } .bar.unknown { fill: var(--unknown); }
.rang { stroke: var(--bad); stroke-dasharray: 2 3; }
@media print { :root { --window: #0969da1a; --banner: #fff; } details { display: block; }
  details::details-content { content-visibility: visible; display: block; height: auto; } details.values { display: none; }
  .wide > svg { min-width: 0; } section { break-inside: auto; } tr { break-inside: avoid; } }
`;
