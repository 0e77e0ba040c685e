// A dashboard: the state of all alarms on top, then the graphs of each group, with their targets and thresholds drawn in.
import type { Metric } from '../../define/kpi.ts';
import type { Graph, GraphGroup } from '../../kpis/graphs.ts';
import { expressionOf, inputsOf } from '../../kpis/measure.ts';

export interface DashboardFacts {
  readonly groups: readonly GraphGroup[];
  readonly alarmArns: readonly string[];
  readonly region: string;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export function dashboardBody({ groups, alarmArns, region }: DashboardFacts): string {
  const alarms = {
    type: 'alarm',
    x: 0,
    y: 0,
    width: gridWidth,
    height: alarmsHeight,
    properties: { title: 'Alarms', alarms: alarmArns },
  };
  const heights = groups.map(({ graphs }) => headingHeight + Math.ceil(graphs.length / columns) * graphHeight);
  const widgets = groups.flatMap((group, index) => {
    const top = alarmsHeight + heights.slice(0, index).reduce((sum, height) => sum + height, 0);
    return groupWidgets(group, top, region);
  });
  return JSON.stringify({ widgets: [alarms, ...widgets] });
}

const gridWidth = 24;
const columns = 3;
const alarmsHeight = 3;
const headingHeight = 1;
const graphHeight = 5;

function groupWidgets({ title, graphs }: GraphGroup, top: number, region: string): readonly unknown[] {
  const heading = {
    type: 'text',
    x: 0,
    y: top,
    width: gridWidth,
    height: headingHeight,
    properties: { markdown: `## ${title}` },
  };
  const drawn = graphs.map((graph, index) => ({
    type: 'metric',
    x: (index % columns) * (gridWidth / columns),
    y: top + headingHeight + Math.floor(index / columns) * graphHeight,
    width: gridWidth / columns,
    height: graphHeight,
    properties: {
      title: graph.title,
      region,
      period: graph.periodSeconds,
      metrics: metricsOf(graph),
      yAxis: { left: { label: graph.unit, showUnits: false } },
      annotations: { horizontal: graph.lines },
    },
  }));
  return [heading, ...drawn];
}

/** Ids are unique in a graph; those of the only series have no number. */
function metricsOf({ series, bandOf }: Graph): readonly unknown[] {
  return series.flatMap(({ label, measure }, index) => {
    const suffix = series.length > 1 ? `_${index + 1}` : '';
    const expression = expressionOf(measure, suffix);
    const shown = expression === undefined ? { label } : { visible: false };
    const inputs = Object.entries(inputsOf(measure)).map(([id, metric]) => line(metric, { id: `${id}${suffix}`, ...shown }));
    const result = expression === undefined ? [] : [[{ expression, label, id: `result${suffix}` }]];
    const of = `${expression === undefined ? 'value' : 'result'}${suffix}`;
    const band = bandOf === undefined ? [] : [[{ expression: `ANOMALY_DETECTION_BAND(${of}, ${bandOf})`, label: 'usual' }]];
    return [...result, ...inputs, ...band];
  });
}

function line(
  { namespace, name, dimensions, statistic }: Metric<string>,
  options: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  return [namespace, name, ...Object.entries(dimensions).flat(), { stat: statistic, ...options }];
}
