// No secret that is in a plan gets into what people see of it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import { joinParts, renderPlanComment, renderSummary } from '../../../src/actions/plan/render/comment.ts';
import { bytesOf, planJson, resourceChange, stackPlan, type Values } from './support/plan-json.ts';
import { planted, planWithSecrets } from './support/secrets.ts';

describe('a plan with more than fifty planted secrets', () => {
  const plans = [stackPlan(readPlan(bytesOf(planWithSecrets)))];

  test('has them all, and shows everything in which they stand', () => {
    expect(new Set(planted).size).toBe(planted.length);
    expect(planted.length).toBeGreaterThanOrEqual(50);
    const json = JSON.stringify(planWithSecrets);
    expect(
      planted.filter(
        (secret) =>
          !json.includes(JSON.stringify(secret).slice(1, -1)) &&
          !json.includes(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)),
      ),
    ).toEqual([]);
    expect(renderSummary(plans)).not.toMatch(/omitted|more lines|more \.\.\./);
  });

  test.each([
    ['comment', joinParts(renderPlanComment(plans))],
    ['step summary', renderSummary(plans)],
  ])('shows none of them in the %s', (_what, text) => {
    expect(planted.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

describe('whatever the values and wherever the marks', () => {
  // Long enough to be hidden elsewhere, and of letters that no marker and no word of ours has in that order.
  const secret = fc.stringMatching(/^[!-~]{3}\u{1F512}[!-~]{8,30}$/u);
  const plain = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string({ maxLength: 12 }));

  interface Masked {
    readonly value: unknown;
    readonly mask: unknown;
    readonly secrets: readonly string[];
  }
  const { tree } = fc.letrec<{ tree: Masked }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      plain.map((value) => ({ value, mask: false, secrets: [] })),
      secret.map((value) => ({ value, mask: true, secrets: [value] })),
      fc
        .tuple(secret, secret)
        .map(([one, other]) => ({ value: { [`k${one.length}`]: [one], s: { t: other } }, mask: true, secrets: [one, other] })),
      fc.array(tie('tree'), { maxLength: 3 }).map((parts) => ({
        value: parts.map(({ value }) => value),
        mask: parts.map(({ mask }) => mask),
        secrets: parts.flatMap(({ secrets }) => secrets),
      })),
      fc.dictionary(fc.string({ maxLength: 8 }), tie('tree'), { maxKeys: 3 }).map((parts) => ({
        value: Object.fromEntries(Object.entries(parts).map(([key, { value }]) => [key, value])),
        mask: Object.fromEntries(Object.entries(parts).map(([key, { mask }]) => [key, mask])),
        secrets: Object.values(parts).flatMap(({ secrets }) => secrets),
      })),
    ),
  }));

  test('no marked value is shown, neither where it is marked nor where it is not', () => {
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        const secrets = [...one.secrets, ...other.secrets];
        const echo: Values = { json: JSON.stringify({ secrets }), text: secrets.join('\n'), list: secrets };
        const json = planJson({
          resource_changes: [
            resourceChange({
              before: { a: one.value },
              after: { a: other.value },
              beforeSensitive: { a: one.mask },
              afterSensitive: { a: other.mask },
            }),
            resourceChange({ address: `aws_x.y[${JSON.stringify(secrets.join())}]`, after: echo }),
          ],
        });
        const plans = [stackPlan(readPlan(bytesOf(json)))];
        const shown = joinParts(renderPlanComment(plans)) + renderSummary(plans);
        return secrets.every((text) => !shown.includes(text));
      }),
      { numRuns: 60 },
    );
  });
});
