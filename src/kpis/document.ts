// The documentation of the catalogue: docs/kpis.md, as a whole.
import {
  type Kpi,
  type KpiCatalogue,
  type KpiGroup,
  type KpiUnit,
  kpiGroups,
  type Level,
  type Slo,
  unitSigns,
} from '../define/kpi.ts';
import { badPercentAt, budgetPercent, leastRequests, windowName } from './burn-rates.ts';
import { isPerZone, metricsOf } from './measure.ts';

export function renderKpisDocument({ kpis, slos }: KpiCatalogue): string {
  const groups = (Object.entries(kpiGroups) as [KpiGroup, string][]).flatMap(([group, title]) => {
    const rows = kpis.filter((kpi) => kpi.group === group);
    return rows.length === 0 ? [] : [`## ${title}`, table(kpiHeads, rows.map(kpiCells))];
  });
  const objectives = slos.length === 0 ? [] : ['## Objectives', objectivesText, ...slos.flatMap(sloSection)];
  return `${['# KPIs', introduction, ...groups, ...objectives].join('\n\n')}\n`;
}

const introduction = [
  'What is measured, what is good, when somebody is told, and what to do then. Alarms, dashboards and this page derive from the same rows.',
  '',
  '- An alarm rings when enough of the last datapoints are beyond its threshold. Its description ends with the runbook.',
  '- **silence**: whether no data counts as good or as bad.',
  '- **aborts**: what is broken off while the alarm rings. The composite alarms `student-impact` (game days) and `trouble` (deploys) sum these up.',
  '- Where there are several of a thing, each has an alarm of its own, and the name has its number or letter: `cache-2-cpu`.',
  '- Rows that are marked with ¹ are for environments that last: previews have neither their alarms nor their graphs.',
].join('\n');

const kpiHeads = ['KPI', 'what', 'measured as', 'target', 'alarm', 'runbook', 'aborts'] as const;

function kpiCells(kpi: Kpi): readonly string[] {
  const { id, title, about, environments, runbook, aborts } = kpi;
  const mark = environments === 'lasting' ? ' ¹' : '';
  return [
    `\`${id}\`${mark}`,
    `**${title}.** ${about}`,
    measured(kpi),
    target(kpi),
    alarm(kpi),
    `\`${runbook}\``,
    aborts.length === 0 ? '–' : aborts.join(', '),
  ];
}

function measured(kpi: Kpi): string {
  const { measure, periodSeconds } = kpi;
  const [first, second] = metricsOf(measure).map(({ statistic, name }) => `${statistic} of \`${name}\``);
  const namespace = metricsOf(measure)[0]?.namespace;
  const each = `, every ${windowName(periodSeconds)}${isPerZone(kpi) ? ', by zone' : ''} (${namespace})`;
  switch (measure.kind) {
    case 'metric':
      return `${first}${each}`;
    case 'percentage':
      return `${first} in % of ${second}, 0 while that is below ${measure.atLeast}${each}`;
    case 'share':
      return `${first} in % of itself and ${second}, 0 while both are below ${measure.atLeast}${each}`;
    case 'difference':
      return `${first} less ${second}${each}`;
    default:
      throw new Error(`no such measure: ${measure satisfies never}`);
  }
}

function target({ target: level, unit, good }: Kpi): string {
  if (level === undefined) return '–';
  return `${good === 'high' ? 'at least' : 'at most'} ${amount(level, unit)}`;
}

function alarm({ alarm: rule, unit, good }: Kpi): string {
  if (!rule) return '–';
  const { threshold, datapoints, periods, whenMissing } = rule;
  const when = `${datapoints} of ${periods}; silence is ${whenMissing === 'breaching' ? 'bad' : 'good'}`;
  if (typeof threshold === 'object' && 'standardDeviations' in threshold)
    return `above ${threshold.standardDeviations} standard deviations of what is usual, ${when}`;
  return `${good === 'high' ? 'below' : 'above'} ${amount(threshold, unit)}, ${when}`;
}

const limitNames = {
  'database-connections': 'the connections that the database takes',
  'database-memory-bytes': 'the memory of an instance',
} as const;

function amount(level: Level, unit: KpiUnit): string {
  if (typeof level !== 'number') return `${Math.round(100 * level.share)} % of ${limitNames[level.of]}`;
  return `${level.toLocaleString('en')}${unitSigns[unit]}`;
}

const objectivesText = [
  'What a service promises over 30 days, and how fast it may use up what the promise leaves for failures: at a burn rate of 1, exactly in that time.',
  'Both windows have to burn: the long one shows that it matters, the short one that it still goes on.',
  'The rates and windows are those of the [SRE workbook](https://sre.google/workbook/alerting-on-slos/).',
].join(' ');

const sloHeads = ['burn rate', 'told as', 'windows', 'bad requests', 'only from', 'of the budget', 'alarm'] as const;

function sloSection(slo: Slo): readonly string[] {
  const rows = slo.burnRates.map((burnRate) => [
    `${burnRate.rate}x`,
    burnRate.severity,
    `${windowName(burnRate.longSeconds)} and ${windowName(burnRate.shortSeconds)}`,
    `above ${badPercentAt(slo, burnRate)} %`,
    `${leastRequests(slo, burnRate).toLocaleString('en')} requests a window`,
    `${budgetPercent(slo, burnRate)} % in ${windowName(burnRate.longSeconds)}`,
    `\`slo-${slo.id}-${burnRate.severity}\``,
  ]);
  const mark = slo.environments === 'lasting' ? ' ¹' : '';
  return [
    `### ${slo.title}${mark}`,
    `${slo.about}, over ${slo.objectiveDays} days. Bad is ${slo.bad.statistic} of \`${slo.bad.name}\`, all is ${slo.all.statistic} of \`${slo.all.name}\`. Runbook: \`${slo.runbook}\`.`,
    table(sloHeads, rows),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  return [heads, heads.map(() => '---'), ...escaped].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
