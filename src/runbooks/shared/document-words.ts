// The words and forms of the documentation of runbooks: of risks, of kinds of things, of lengths of time.
import type { ResourceKind, RunbookRisk } from '../../define/runbook.ts';

export const riskNames: Readonly<Record<RunbookRisk, string>> = { none: 'none', low: 'low', medium: 'medium', high: '**high**' };

export const riskWords: Readonly<Record<RunbookRisk, string>> = {
  none: 'It only reads.',
  low: 'It can be undone at once, and users do not notice.',
  medium: 'Users may notice for seconds, or it costs money.',
  high: 'Users notice, or it cannot be undone: it waits for a person in the GitHub environment `ops-approval`, and no alarm starts it.',
};

export const kindWords: Readonly<Record<ResourceKind, string>> = {
  'api-stage': 'the stages of our APIs',
  'cache-group': 'the replication groups of our environments',
  'database-cluster': 'the database clusters of our environments',
  'database-secret': 'the master passwords of our databases',
  experiment: 'experiments',
  'ip-set': 'the IP sets of blocked addresses',
  'load-balancer': 'the load balancers of our environments',
  'preview-lease': 'the leases of previews',
  queue: 'the queues of our environments',
  'restored-database': 'copies of databases, and what they are made of',
  'safety-lever': 'the safety lever of FIS',
  'scalable-target': 'the limits that services scale within',
  service: 'the services of our environments',
  'service-deployment': 'deployments of these services',
  stream: 'the streams of our environments',
  'subnet-acl': 'network ACLs and their subnets',
  task: 'tasks of our clusters',
  'usage-plan': 'the usage plans of our APIs',
  'log-group': 'the log groups of our environments',
};

/** With its capital letter, and with its full stop once. */
export function sentence(words: string): string {
  const begun = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.:!?]$/.test(begun) ? begun : `${begun}.`;
}

export function duration(seconds: number): string {
  const [amount, unit] = unitOf(Math.round(seconds));
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function unitOf(seconds: number): readonly [amount: number, unit: string] {
  if (seconds > 0 && seconds % 86_400 === 0) return [seconds / 86_400, 'day'];
  if (seconds > 0 && seconds % 3600 === 0) return [seconds / 3600, 'hour'];
  return seconds > 0 && seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
}

export function link(id: string): string {
  return `[\`${id}\`](${id}.md)`;
}

export function lines(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  return [heads, heads.map(() => '---'), ...escaped].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
