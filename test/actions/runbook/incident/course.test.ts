// The course of a KPI in an issue: a chart with its threshold where there is data all along, else what there is.
import { expect, test } from '@jest/globals';
import type { Course } from '../../../../src/actions/runbook/incident/facts.ts';
import { renderCourse } from '../../../../src/actions/runbook/incident/render/course.ts';
import { noPoints, pointsOf } from '../../../../src/ports/points.ts';

const fromMs = Date.UTC(2026, 0, 31, 9);
const minutes = (count: number, every = 1) => Array.from({ length: count }, (_, index) => fromMs + index * every * 60_000);

function courseOf(atMs: readonly number[], value: (index: number) => number, threshold?: number): Course {
  const points =
    atMs.length === 0
      ? noPoints
      : pointsOf(
          atMs,
          atMs.map((_, index) => value(index)),
        );
  const metric = { namespace: 'AWS/ECS', name: 'CPUUtilization', dimensions: {}, statistic: 'Average' } as const;
  return {
    title: 'CPU "of" tasks',
    watched: {
      measure: { kind: 'metric', metric },
      unit: 'Percent',
      periodSeconds: 60,
      ...(threshold !== undefined && { threshold }),
    },
    evaluation: { kind: 'value', value: 1, points, samples: { periods: points.values.length } },
    window: { from: new Date(fromMs), to: new Date(fromMs + 3 * 3_600_000) },
  };
}

test('has a line, and one for the threshold', () => {
  expect(renderCourse(courseOf(minutes(180), (index) => (index < 90 ? 40 : 95), 80))).toMatchInlineSnapshot(`
"### The last 3 hours, threshold 80 %

\`\`\`mermaid
%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#cf222e, #8c959f"}}}}%%
xychart-beta
  title "CPU  of  tasks, and its threshold"
  x-axis "minutes before 12:00 UTC" -180 --> 0
  y-axis "Percent" 0 --> 105
  line [40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95]
  line [80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80]
\`\`\`"
`);
});

test('in a coarse series has fewer points, and no line through a gap', () => {
  expect(renderCourse(courseOf(minutes(6, 30), () => 5))).toContain('line [5, 5, 5, 5, 5, 5]');
  const gap = courseOf([...minutes(30), fromMs + 170 * 60_000], () => 5);
  expect(renderCourse(gap)).toBe(
    '### The last 3 hours\n\n`▅▅▅▅▅▅····························▅·` from 5 % to 5 %; a dot is a time without data.',
  );
});

test('without data, or without an answer, says so', () => {
  expect(renderCourse(courseOf([], () => 0))).toContain('`nothing was measured`');
  const course = { ...courseOf([], () => 0), evaluation: { kind: 'unavailable', because: 'Access Denied' } } as const;
  expect(renderCourse(course)).toContain('`not available: Access Denied`');
  expect(renderCourse(undefined)).toBe('');
});
