// Renders a rehearsal's report as one HTML page that needs nothing else: no script, no font, no picture from anywhere.
import { createHash } from 'node:crypto';
import type { ReportData } from './data.ts';
import { html, renderHtml, trustHtml } from './html.ts';
import { renderContents, renderFacts, renderFailure, renderHead, renderTimings } from './overview.ts';
import { styles } from './styles/styles.ts';
import { renderPullRequest } from './timeline.ts';

/** The second wall behind escaping: a browser runs no script here and asks nobody for anything. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "img-src data:; base-uri 'none'; form-action 'none'",
].join('; ');

export function renderReport(data: ReportData): string {
  const stories = data.pullRequests.map((story) => renderPullRequest(story, data.emulatedHosts));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${data.title} · Opsdeck rehearsal</title>
<link rel="icon" href="data:,">
<style>${trustHtml(styles)}</style>
</head>
<body>
<a class="skip" href="#stories">Skip to the pull requests</a>
${renderHead(data)}<main>
${renderFacts(data.facts)}${renderFailure(data.result)}${renderContents(data)}${renderTimings(data)}<div id="stories" class="stories">
${stories}</div>
</main>
<footer><p>Times beside events count from the first event of their pull request. Clocks show UTC. Dotted links led to what is no longer up.</p></footer>
</body>
</html>
`;
  return renderHtml(page);
}
