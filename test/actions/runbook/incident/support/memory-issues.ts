// Issues of a repository in memory: ours are found by their markers, and people may close, take on and answer them.
import type { IssueReport, IssueState, IssueThreads } from '../../../../../src/ports/issues.ts';
import type { ManualClock } from '../../../../support/manual-clock.ts';

export interface MemoryIssue extends IssueReport {
  readonly isOpen: boolean;
  readonly assignees: readonly string[];
  readonly firstAnswer?: NonNullable<IssueState['firstAnswer']>;
}

const urlOf = (number: number): string => `https://github.com/o/r/issues/${number}`;

export function memoryIssues(clock: Pick<ManualClock, 'now'>) {
  const issues = new Map<number, MemoryIssue>();
  const comments: { readonly issue: number; readonly body: string }[] = [];
  const calls: string[] = [];
  let failing: Error | undefined;
  const called = (name: string): void => {
    calls.push(name);
    if (failing) throw failing;
  };
  const issueOf = (number: number) => ({ number, url: urlOf(number) });
  const findOpen = (marker: string): number | undefined =>
    [...issues].find(([, issue]) => issue.isOpen && issue.marker === marker)?.[0];
  const comment = (issue: number, body: string): void => {
    if (!comments.some((one) => one.issue === issue && one.body === body)) comments.push({ issue, body });
  };
  const change = (number: number, marker: string, changes: Partial<MemoryIssue>) => {
    const found = issues.get(number);
    if (found?.marker !== marker) return undefined;
    issues.set(number, { ...found, ...changes });
    return issueOf(number);
  };
  const port: IssueThreads = {
    upsertOpen: async (report) => {
      called('upsertOpen');
      const open = findOpen(report.marker);
      const number = open ?? issues.size + 1;
      issues.set(number, { assignees: [], ...issues.get(number), ...report, isOpen: true });
      return issueOf(number);
    },
    close: async (marker, text) => {
      called('close');
      const number = findOpen(marker);
      if (number === undefined) return undefined;
      comment(number, text);
      return change(number, marker, { isOpen: false });
    },
    look: async (number, marker) => {
      called('look');
      const found = issues.get(number);
      return found?.marker === marker ? { ...found, ...issueOf(number) } : undefined;
    },
    update: async (number, report) => {
      called('update');
      return change(number, report.marker, report);
    },
    reopen: async (number, marker, text) => {
      called('reopen');
      comment(number, text);
      return change(number, marker, { isOpen: true });
    },
    comment: async (number, body) => {
      called('comment');
      comment(number, body);
    },
  };
  const person = (number: number, changes: Partial<MemoryIssue>): void => {
    const found = issues.get(number);
    if (!found) throw new Error(`The test speaks of an issue that is not there: ${number}`);
    issues.set(number, { ...found, ...changes });
  };
  return {
    ...{ port, issues, comments, calls },
    open: () => [...issues].filter(([, { isOpen }]) => isOpen).map(([number]) => number),
    closeByHand: (number: number) => person(number, { isOpen: false }),
    assign: (number: number, login: string) => person(number, { assignees: [login] }),
    answer: (number: number, by: string) => person(number, { firstAnswer: { by, at: clock.now().toISOString() } }),
    /** From now on GitHub is down; until nothing is given. */
    fail: (error: Error | undefined) => {
      failing = error;
    },
  };
}
